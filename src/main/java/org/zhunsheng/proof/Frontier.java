package org.zhunsheng.proof;

import java.util.ArrayList;
import java.util.List;

/**
 * The right edge of a tree: the roots of the whole subtrees that its leaves form, from the largest down. It is all that a tree needs
 * in order to grow.
 */
record Frontier(long size, List<byte[]> roots) {

    static final Frontier EMPTY = new Frontier(0, List.of());

    Frontier grown(Hashing hashing, byte[] leafHash) {
        List<byte[]> grown = new ArrayList<>(roots);
        grown.add(leafHash);
        // as in adding one to a binary number: each carry joins two subtrees of one size
        for (long carries = size; carries % 2 == 1; carries /= 2) {
            byte[] right = grown.remove(grown.size() - 1);
            grown.add(hashing.node(grown.remove(grown.size() - 1), right));
        }
        return new Frontier(size + 1, grown);
    }

    byte[] root(Hashing hashing) {
        if (size == 0) {
            return hashing.of();
        }
        byte[] root = roots.get(roots.size() - 1);
        for (int i = roots.size() - 2; i >= 0; i--) {
            root = hashing.node(roots.get(i), root);
        }
        return root;
    }
}
