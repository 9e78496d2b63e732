package org.zhunsheng.proof;

import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** Checks proofs as RFC 9162 does, sections 2.1.3.2 and 2.1.4.2, knowing nothing of the tree but them. */
record Proofs(Hashing hashing) {

    /** Both roots that a consistency proof leads to. */
    record Roots(byte[] earlier, byte[] later) {
    }

    /** The root that a path leads to from a leaf, or nothing where the path does not fit a tree of this size. */
    Optional<byte[]> root(byte[] leafHash, long leaf, long size, List<byte[]> path) {
        if (leaf < 0 || leaf >= size) {
            return Optional.empty();
        }
        long at = leaf;
        long last = size - 1;
        byte[] root = leafHash;
        for (byte[] sibling : path) {
            if (last == 0) {
                return Optional.empty();
            }
            if (at % 2 == 1 || at == last) {
                root = hashing.node(sibling, root);
                while (at % 2 == 0 && at != 0) {
                    at /= 2;
                    last /= 2;
                }
            } else {
                root = hashing.node(root, sibling);
            }
            at /= 2;
            last /= 2;
        }
        return last == 0 ? Optional.of(root) : Optional.empty();
    }

    /**
     * What the proof says the two roots are; it holds where they are the roots one knows.
     *
     * @param earlier the root known of the earlier tree, with which the proof begins where that tree is a whole subtree
     */
    Optional<Roots> roots(long from, long to, byte[] earlier, byte[] later, List<byte[]> proof) {
        if (from == to || from == 0) {
            boolean fits = proof.isEmpty() && from <= to;
            return fits ? Optional.of(new Roots(from == 0 ? hashing.of() : later, from == 0 ? later : earlier)) : Optional.empty();
        }
        if (from < 0 || from > to || proof.isEmpty()) {
            return Optional.empty();
        }
        Iterator<byte[]> nodes = proof.iterator();
        byte[] old = Long.bitCount(from) == 1 ? earlier : nodes.next();
        byte[] now = old;
        long at = from - 1;
        long last = to - 1;
        while (at % 2 == 1) {
            at /= 2;
            last /= 2;
        }
        while (nodes.hasNext()) {
            if (last == 0) {
                return Optional.empty();
            }
            byte[] node = nodes.next();
            if (at % 2 == 1 || at == last) {
                old = hashing.node(node, old);
                now = hashing.node(node, now);
                while (at % 2 == 0 && at != 0) {
                    at /= 2;
                    last /= 2;
                }
            } else {
                now = hashing.node(now, node);
            }
            at /= 2;
            last /= 2;
        }
        return last == 0 ? Optional.of(new Roots(old, now)) : Optional.empty();
    }
}
