package org.zhunsheng.proof;

/** Signs checkpoints: with keys in files, or in whatever keeps them better. */
public interface Signer {

    Key key();

    byte[] sign(byte[] text);
}
