package org.zhunsheng.proof;

import java.math.BigInteger;
import java.security.SecureRandom;
import org.bouncycastle.crypto.CryptoException;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.signers.SM2Signer;
import org.bouncycastle.util.BigIntegers;

/** GB/T 32918, over SM3. */
record Sm2Secret(Key key, BigInteger secret) implements Signer {

    Sm2Secret(String name, BigInteger secret) {
        this(new Key(name, Algorithm.SM2, Algorithm.CURVE.getG().multiply(secret).getEncoded(true)), secret);
    }

    /** Between 1 and the order of the curve less two. */
    static byte[] secret(SecureRandom random) {
        BigInteger most = Algorithm.CURVE.getN().subtract(BigInteger.TWO);
        return BigIntegers.asUnsignedByteArray(Hashing.LENGTH, BigIntegers.createRandomInRange(BigInteger.ONE, most, random));
    }

    @Override
    public byte[] sign(byte[] text) {
        try {
            SM2Signer signer = new SM2Signer(new SM3Digest());
            signer.init(true, new ECPrivateKeyParameters(secret, Algorithm.CURVE));
            signer.update(text, 0, text.length);
            return signer.generateSignature();
        } catch (CryptoException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public String toString() {
        return key.toString();
    }
}
