package org.zhunsheng.proof;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The tree as the database holds it. It reads hashes in blocks of 256, each once, and a proof needs two blocks of each level. */
final class StoredTree {

    private static final int BLOCK = 1 << Edge.LEVEL;

    private record Place(int level, long block) {
    }

    private final Connection connection;
    private final Map<Place, List<Digests>> blocks = new HashMap<>();

    StoredTree(Connection connection) {
        this.connection = connection;
    }

    Tree under(Hashing hashing) {
        return new Tree(hashing, (first, size) -> root(first, size).under(hashing));
    }

    Proof inclusion(long leaf, long size) {
        return Proof.of(hashing -> under(hashing).inclusion(leaf, size));
    }

    Proof consistency(long from, long to) {
        return Proof.of(hashing -> under(hashing).consistency(from, to));
    }

    /** Where a tree of this size goes on growing. */
    Edge edge(long size) {
        List<Digests> roots = new ArrayList<>();
        long done = 0;
        for (long bit = Long.highestOneBit(size); bit > 0; bit >>= 1) {
            if ((size & bit) != 0) {
                roots.add(root(done, bit));
                done += bit;
            }
        }
        return new Edge(size, roots);
    }

    private Digests root(long first, long size) {
        int power = Long.numberOfTrailingZeros(size);
        int level = power / Edge.LEVEL;
        long position = first >> level * Edge.LEVEL;
        List<Digests> roots = blocks.computeIfAbsent(new Place(level, position / BLOCK), this::read);
        int begin = (int) (position % BLOCK);
        return joined(roots.subList(begin, begin + (1 << power % Edge.LEVEL)));
    }

    private static Digests joined(List<Digests> roots) {
        int half = roots.size() / 2;
        return half == 0 ? roots.get(0) : Digests.ofNode(joined(roots.subList(0, half)), joined(roots.subList(half, roots.size())));
    }

    private List<Digests> read(Place place) {
        try {
            return new LogTable(connection).hashes(place.level, place.block * BLOCK, (place.block + 1) * BLOCK);
        } catch (SQLException failed) {
            throw new LogUnavailable(failed);
        }
    }
}
