package org.zhunsheng.proof;

import java.util.ArrayList;
import java.util.List;

/**
 * The right edge of the tree: the roots of the whole subtrees that its leaves form, from the largest down. It is all that a tree needs
 * in order to grow.
 */
final class Edge {

    /** Subtrees of 256, 65536, … leaves are handed out when they become whole. */
    static final int LEVEL = 8;

    /** @param level it has 256 to the power of level leaves */
    record Subtree(int level, long position, Digests root) {
    }

    private final List<Digests> roots;
    private final List<Subtree> whole = new ArrayList<>();
    private long size;

    Edge(long size, List<Digests> roots) {
        this.size = size;
        this.roots = new ArrayList<>(roots);
    }

    long size() {
        return size;
    }

    void grow(Digests leaf) {
        roots.add(leaf);
        size++;
        // as in adding one to a binary number: each carry joins two subtrees of one size
        for (int power = 1; size % (1L << power) == 0; power++) {
            Digests right = roots.remove(roots.size() - 1);
            roots.add(Digests.ofNode(roots.remove(roots.size() - 1), right));
            if (power % LEVEL == 0) {
                whole.add(new Subtree(power / LEVEL, (size >> power) - 1, roots.get(roots.size() - 1)));
            }
        }
    }

    Digests root() {
        if (size == 0) {
            return Digests.of();
        }
        Digests root = roots.get(roots.size() - 1);
        for (int i = roots.size() - 2; i >= 0; i--) {
            root = Digests.ofNode(roots.get(i), root);
        }
        return root;
    }

    List<Subtree> whole() {
        return whole;
    }
}
