package org.zhunsheng.proof;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;

/**
 * Whose signatures count.
 *
 * @param given whether somebody brought the keys from elsewhere; those in the receipt say only that it agrees with itself
 */
record Trust(List<Key> keys, boolean given) {

    /** What a signed checkpoint states, and whether at least one signature under it holds: then nobody altered its text. */
    record Stated(Checkpoint checkpoint, boolean attested) {
    }

    static Trust in(List<String> lines) {
        return new Trust(lines.stream().filter(line -> !line.isBlank()).map(Key::read).toList(), true);
    }

    static Trust of(Receipt receipt) {
        List<Key> keys = new ArrayList<>();
        for (String line : receipt.keys()) {
            try {
                keys.add(Key.read(line));
            } catch (IllegalArgumentException altered) {
                // said when the receipt's list is looked at
            }
        }
        return new Trust(keys, false);
    }

    void listed(List<String> lines, List<Flaw.Found> flaws) {
        for (String line : lines) {
            Key key = null;
            try {
                key = Key.read(line);
            } catch (IllegalArgumentException altered) {
                // the same as one nobody trusts
            }
            if (key == null || !keys.contains(key)) {
                boolean ours = key == null || keys.stream().anyMatch(known -> line.startsWith(known.name() + "+"));
                flaws.add((ours ? Flaw.KEYS : Flaw.OTHER_LOG).at(line));
            }
        }
    }

    /** @param broken what to call a checkpoint that cannot be read */
    Stated stated(String note, List<Flaw.Found> flaws, Flaw broken) {
        SignedNote signed;
        Checkpoint checkpoint;
        try {
            signed = SignedNote.read(note);
            checkpoint = Checkpoint.read(signed.text());
        } catch (IllegalArgumentException unreadable) {
            flaws.add(broken.at(unreadable.getMessage()));
            return null;
        }
        if (keys.stream().noneMatch(key -> key.name().equals(checkpoint.origin()))) {
            flaws.add(Flaw.OTHER_LOG.at(checkpoint.origin()));
            return new Stated(checkpoint, false);
        }
        boolean attested = false;
        List<Flaw.Found> missing = new ArrayList<>();
        for (Algorithm algorithm : Algorithm.values()) {
            boolean holds = keys.stream().filter(key -> key.algorithm() == algorithm && key.name().equals(checkpoint.origin()))
                    .anyMatch(key -> signed.signatures().stream().filter(signature -> signature.by(key))
                            .anyMatch(signature -> key.verifies(signed.text().getBytes(UTF_8), signature.bytes())));
            attested |= holds;
            if (!holds) {
                missing.add(Flaw.SIGNATURE.at(algorithm));
            }
        }
        flaws.addAll(missing);
        return new Stated(checkpoint, attested);
    }
}
