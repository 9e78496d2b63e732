package org.zhunsheng.proof;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Verifies a receipt by itself, knowing at most the log's keys and an older checkpoint, and says what was altered where it does not
 * hold. Which of two pieces that disagree was altered follows from a third that agrees with one of them: the other hash function, the
 * other signature, the other half of the decision.
 */
final class Verification {

    private final Receipt receipt;
    private final Trust trust;
    private final List<Flaw.Found> flaws = new ArrayList<>();

    private Verification(Receipt receipt, Trust trust) {
        this.receipt = receipt;
        this.trust = trust;
    }

    /** @param older a checkpoint that somebody kept, or null */
    static List<Flaw.Found> of(Receipt receipt, Trust trust, String older) {
        Verification verification = new Verification(receipt, trust);
        verification.verify(older);
        return verification.flaws;
    }

    private void verify(String older) {
        trust.listed(receipt.keys(), flaws);
        Trust.Stated stated = trust.stated(receipt.checkpoint(), flaws, Flaw.CHECKPOINT);
        if (stated == null) {
            decision(true);
            return;
        }
        Map<Hashing, Boolean> leads = new EnumMap<>(Hashing.class);
        Digests leaf = Digests.ofLeaf(receipt.entry());
        for (Hashing hashing : Hashing.values()) {
            byte[] root = stated.checkpoint().root(hashing);
            leads.put(hashing, new Proofs(hashing).root(leaf.under(hashing), receipt.leaf(), stated.checkpoint().size(),
                    receipt.inclusion().under(hashing)).filter(found -> Arrays.equals(found, root)).isPresent());
        }
        boolean entryAttested = leads.containsValue(true);
        boolean decisionFits = decision(entryAttested);
        if (entryAttested) {
            leads.forEach((hashing, holds) -> {
                if (!holds) {
                    flaws.add((stated.attested() ? Flaw.PATH : Flaw.ROOT).at(hashing));
                }
            });
            if (!stated.attested() && !leads.containsValue(false)) {
                flaws.add(Flaw.CHECKPOINT.at("text"));
            }
        } else if (!stated.attested()) {
            flaws.add(Flaw.CHECKPOINT.at("size, root"));
        } else if (decisionFits) {
            flaws.add(Flaw.PATH.at("leaf, SHA256, SM3"));
        }
        new Older(receipt, trust, stated, flaws).compare(older);
    }

    /** How many of the digests of core and envelope fit, by part and function. */
    private record Fit(Leaf entry, Leaf decision) {

        boolean under(String part, Hashing hashing) {
            Digests stated = entry.parts().get(part);
            return stated != null && Arrays.equals(stated.under(hashing), decision.parts().get(part).under(hashing));
        }

        boolean anyOf(String part) {
            return under(part, Hashing.SHA256) || under(part, Hashing.SM3);
        }

        boolean allOf(String part) {
            return under(part, Hashing.SHA256) && under(part, Hashing.SM3);
        }
    }

    /** Says which half of the decision, or whether the entry itself, was altered; returns whether all fits. */
    private boolean decision(boolean entryAttested) {
        Leaf entry;
        try {
            entry = Leaf.read(receipt.entry());
        } catch (IllegalArgumentException broken) {
            flaws.add(Flaw.ENTRY.at());
            return false;
        }
        try {
            return fits(new Fit(entry, Leaf.ofDecision(id(), receipt.sealed())), entryAttested);
        } catch (IOException broken) {
            flaws.add(Flaw.ENVELOPE.at());
            return false;
        }
    }

    private boolean fits(Fit fit, boolean entryAttested) {
        int before = flaws.size();
        boolean sameReference = fit.entry.reference().equals(fit.decision.reference());
        if (!sameReference && !fit.anyOf(Leaf.CORE) && !fit.anyOf(Leaf.ENVELOPE)) {
            flaws.add(Flaw.OTHER_DECISION.at(fit.entry.reference()));
            return false;
        }
        // an entry that the path leads from is the log's own, and then the decision is what was altered
        part(fit, Leaf.CORE, entryAttested ? Flaw.CORE : Flaw.ENTRY);
        part(fit, Leaf.ENVELOPE, entryAttested ? Flaw.ENVELOPE : Flaw.ENTRY);
        boolean asWritten = fit.entry.kind() == Kind.DECISION && Arrays.equals(fit.entry.bytes(), receipt.entry());
        if (!asWritten || !sameReference && fit.allOf(Leaf.ENVELOPE)) {
            flaws.add(Flaw.ENTRY.at());
        }
        return flaws.size() == before;
    }

    /** An altered part fits neither digest; where one of them fits, it is the other digest that was altered. */
    private void part(Fit fit, String part, Flaw altered) {
        if (!fit.allOf(part)) {
            flaws.add(fit.anyOf(part) ? Flaw.ENTRY.at() : altered.at());
        }
    }

    private String id() throws IOException {
        byte[] id = Members.of(receipt.answer()).get("id");
        if (id == null || id.length < 2) {
            throw new IOException("an answer without id");
        }
        return new String(id, 1, id.length - 2, UTF_8);
    }
}
