package org.zhunsheng.proof;

import java.security.SecureRandom;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;

/** RFC 8032. By BouncyCastle's plain classes as well: the JDK does not tell the public key of a secret. */
record Ed25519Secret(Key key, Ed25519PrivateKeyParameters secret) implements Signer {

    Ed25519Secret(String name, byte[] secret) {
        this(name, new Ed25519PrivateKeyParameters(secret));
    }

    private Ed25519Secret(String name, Ed25519PrivateKeyParameters secret) {
        this(new Key(name, Algorithm.ED25519, secret.generatePublicKey().getEncoded()), secret);
    }

    static byte[] secret(SecureRandom random) {
        return new Ed25519PrivateKeyParameters(random).getEncoded();
    }

    @Override
    public byte[] sign(byte[] text) {
        Ed25519Signer signer = new Ed25519Signer();
        signer.init(true, secret);
        signer.update(text, 0, text.length);
        return signer.generateSignature();
    }

    @Override
    public String toString() {
        return key.toString();
    }
}
