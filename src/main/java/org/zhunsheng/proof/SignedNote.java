package org.zhunsheng.proof;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/** A text with signatures under it, as C2SP signed-note lays it out. */
record SignedNote(String text, List<Signature> signatures) {

    private static final String MARK = "\u2014 ";
    private static final int ID_LENGTH = 4;

    /** A line below the text: whose, by which key, and the signature. */
    record Signature(String name, byte[] keyId, byte[] bytes) {

        String line() {
            byte[] both = ByteBuffer.allocate(keyId.length + bytes.length).put(keyId).put(bytes).array();
            return MARK + name + " " + Base64.getEncoder().encodeToString(both) + "\n";
        }

        boolean by(Key key) {
            return name.equals(key.name()) && Arrays.equals(keyId, key.id());
        }
    }

    static SignedNote signed(String text, List<Signer> signers) {
        return new SignedNote(text, signers.stream().map(signer -> new Signature(signer.key().name(), signer.key().id(),
                signer.sign(text.getBytes(UTF_8)))).toList());
    }

    String written() {
        StringBuilder written = new StringBuilder(text).append('\n');
        signatures.forEach(signature -> written.append(signature.line()));
        return written.toString();
    }

    static SignedNote read(String written) {
        int end = written.lastIndexOf("\n\n");
        if (end < 0 || !written.endsWith("\n")) {
            throw new IllegalArgumentException("no signatures");
        }
        List<Signature> signatures = new ArrayList<>();
        for (String line : written.substring(end + 2).split("\n")) {
            String[] words = line.split(" ", -1);
            if (words.length != 3 || !line.startsWith(MARK)) {
                throw new IllegalArgumentException("not a signature: " + line);
            }
            byte[] both = Base64.getDecoder().decode(words[2]);
            if (both.length <= ID_LENGTH) {
                throw new IllegalArgumentException("not a signature: " + line);
            }
            signatures.add(new Signature(words[1], Arrays.copyOf(both, ID_LENGTH), Arrays.copyOfRange(both, ID_LENGTH, both.length)));
        }
        SignedNote read = new SignedNote(written.substring(0, end + 1), signatures);
        if (!read.written().equals(written)) {
            throw new IllegalArgumentException("not written as signed notes are");
        }
        return read;
    }
}
