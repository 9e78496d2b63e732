package org.zhunsheng.law;

import java.nio.charset.StandardCharsets;
import org.zhunsheng.wire.Digest;

/** What an article says. */
record Wording(String text) {

    /** Of what it says: how a file breaks its lines and indents them is no law. */
    String digest() {
        return Digest.of(text.replaceAll("[\\s\\u3000\\u00A0\\uFEFF]+", "").getBytes(StandardCharsets.UTF_8));
    }
}
