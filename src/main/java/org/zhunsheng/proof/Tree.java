package org.zhunsheng.proof;

import java.util.ArrayList;
import java.util.List;

/**
 * The Merkle tree of RFC 6962, section 2.1, under one hash function. It owns no hashes: it asks for those of whole subtrees, wherever
 * they are kept, and combines what the tree's right edge leaves incomplete.
 */
record Tree(Hashing hashing, Subtrees subtrees) {

    /** The root over {@code size} leaves from {@code first}, where size is a power of two that divides first. */
    @FunctionalInterface
    interface Subtrees {
        byte[] root(long first, long size);
    }

    byte[] root(long size) {
        return size == 0 ? hashing.of() : root(0, size);
    }

    /** The siblings from the leaf up to the root of the tree as it was at this size. */
    List<byte[]> inclusion(long leaf, long size) {
        if (leaf < 0 || leaf >= size) {
            throw new IllegalArgumentException("leaf " + leaf + " of " + size);
        }
        List<byte[]> path = new ArrayList<>();
        path(leaf, 0, size, path);
        return path;
    }

    /** That the tree of size {@code to} holds the one of size {@code from} unaltered as its beginning. */
    List<byte[]> consistency(long from, long to) {
        if (from < 0 || from > to) {
            throw new IllegalArgumentException("from " + from + " to " + to);
        }
        List<byte[]> proof = new ArrayList<>();
        if (from > 0 && from < to) {
            beginning(from, 0, to, true, proof);
        }
        return proof;
    }

    private void path(long leaf, long begin, long end, List<byte[]> path) {
        if (end - begin == 1) {
            return;
        }
        long middle = begin + split(end - begin);
        if (leaf < middle) {
            path(leaf, begin, middle, path);
            path.add(root(middle, end));
        } else {
            path(leaf, middle, end, path);
            path.add(root(begin, middle));
        }
    }

    /** @param known whether whoever checks the proof knows this subtree's root as that of the earlier tree */
    private void beginning(long from, long begin, long end, boolean known, List<byte[]> proof) {
        if (from == end) {
            if (!known) {
                proof.add(root(begin, end));
            }
            return;
        }
        long middle = begin + split(end - begin);
        if (from <= middle) {
            beginning(from, begin, middle, known, proof);
            proof.add(root(middle, end));
        } else {
            beginning(from, middle, end, false, proof);
            proof.add(root(begin, middle));
        }
    }

    private byte[] root(long begin, long end) {
        long size = end - begin;
        if (Long.bitCount(size) == 1) {
            return subtrees.root(begin, size);
        }
        long middle = begin + split(size);
        return hashing.node(root(begin, middle), root(middle, end));
    }

    /** The largest power of two below the size. */
    static long split(long size) {
        return Long.highestOneBit(size - 1);
    }
}
