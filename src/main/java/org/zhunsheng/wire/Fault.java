package org.zhunsheng.wire;

/** One thing wrong with a request, at a place of it (a JSON pointer). */
public record Fault(String pointer, ProblemCode code, String zh, String en) {

    /** What a caller wrote may be quoted here and must not break the answer: half a surrogate pair cannot be sent back. */
    public Fault {
        pointer = Texts.wellFormed(pointer);
        zh = Texts.wellFormed(zh);
        en = Texts.wellFormed(en);
    }
}
