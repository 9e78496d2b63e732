package org.zhunsheng.proof;

import static java.nio.charset.StandardCharsets.US_ASCII;

import org.bouncycastle.asn1.gm.GMNamedCurves;
import org.bouncycastle.asn1.gm.GMObjectIdentifiers;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.bouncycastle.crypto.params.ECNamedDomainParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.params.Ed25519PublicKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;
import org.bouncycastle.crypto.signers.SM2Signer;

/** How checkpoints are signed. */
enum Algorithm {
    ED25519 {
        @Override
        byte[] tag() {
            return new byte[] {1};
        }

        @Override
        boolean verifies(byte[] key, byte[] text, byte[] signature) {
            Ed25519Signer verifier = new Ed25519Signer();
            try {
                verifier.init(false, new Ed25519PublicKeyParameters(key));
            } catch (IllegalArgumentException notAPoint) {
                return false;
            }
            verifier.update(text, 0, text.length);
            return verifier.verifySignature(signature);
        }
    },

    /** GB/T 32918 with the identity "1234567812345678" that its users agree on where they have none of their own. */
    SM2 {
        @Override
        byte[] tag() {
            // C2SP gives SM2 no number; 255 is for those, with a name behind it
            byte[] tag = ("\u0000sm2-sm3\n").getBytes(US_ASCII);
            tag[0] = (byte) 0xFF;
            return tag;
        }

        @Override
        boolean verifies(byte[] key, byte[] text, byte[] signature) {
            try {
                SM2Signer verifier = new SM2Signer(new SM3Digest());
                verifier.init(false, new ECPublicKeyParameters(CURVE.getCurve().decodePoint(key), CURVE));
                verifier.update(text, 0, text.length);
                return verifier.verifySignature(signature);
            } catch (IllegalArgumentException notAPoint) {
                return false;
            }
        }
    };

    static final ECNamedDomainParameters CURVE = curve();

    abstract byte[] tag();

    abstract boolean verifies(byte[] key, byte[] text, byte[] signature);

    private static ECNamedDomainParameters curve() {
        return new ECNamedDomainParameters(GMObjectIdentifiers.sm2p256v1, GMNamedCurves.getByOID(GMObjectIdentifiers.sm2p256v1));
    }
}
