package org.zhunsheng.proof;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("RFC 6962 的树与证明")
class TreeTest {

    private static final HexFormat HEX = HexFormat.of();

    /** The inputs and roots that implementations of RFC 6962 publish as their reference. */
    private static final List<byte[]> REFERENCE = List.of("", "00", "10", "2021", "3031", "40414243", "5051525354555657",
            "606162636465666768696a6b6c6d6e6f").stream().map(HEX::parseHex).toList();
    private static final List<String> ROOTS = List.of(
            "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
            "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
            "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
            "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
            "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
            "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
            "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
            "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
            "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");

    @Test
    @DisplayName("根与公布的一致")
    void publishedRoots() {
        for (int size = 0; size < ROOTS.size(); size++) {
            assertEquals(ROOTS.get(size), HEX.formatHex(tree(Hashing.SHA256, REFERENCE).root(size)));
        }
    }

    @Test
    @DisplayName("证明与公布的一致")
    void publishedProofs() {
        assertEquals(List.of("96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
                "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
                "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4"), hex(tree(Hashing.SHA256, REFERENCE).inclusion(0, 8)));
        assertEquals(List.of("bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
                "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
                "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7"), hex(tree(Hashing.SHA256, REFERENCE).inclusion(5, 8)));
        assertEquals(List.of("0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
                "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
                "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7"), hex(tree(Hashing.SHA256, REFERENCE).consistency(6, 8)));
        assertEquals(List.of("5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
                "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b"), hex(tree(Hashing.SHA256, REFERENCE).consistency(2, 5)));
    }

    @Test
    @DisplayName("SM3 的杂凑值与国标附录一致")
    void sm3() {
        assertEquals("66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0", HEX.formatHex(Hashing.SM3.of("abc".getBytes())));
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("每个规模、每片叶的证明都通过；换任何一处都不通过")
    void everyProof(Hashing hashing) {
        int most = 40;
        List<byte[]> leaves = LongStream.range(0, most).mapToObj(i -> ("leaf " + i).getBytes()).toList();
        Tree tree = tree(hashing, leaves);
        Proofs proofs = new Proofs(hashing);
        for (int size = 1; size <= most; size++) {
            byte[] root = byDefinition(hashing, leaves.subList(0, size));
            assertArrayEquals(root, tree.root(size));
            for (int leaf = 0; leaf < size; leaf++) {
                List<byte[]> path = tree.inclusion(leaf, size);
                byte[] hash = hashing.leaf(leaves.get(leaf));
                assertArrayEquals(root, proofs.root(hash, leaf, size, path).orElseThrow());
                int other = (leaf + 1) % size;
                assertFalse(size > 1 && leads(proofs, root, hash, other, size, path), "another place");
                assertFalse(leads(proofs, root, hash, leaf, size, longer(path)), "a longer path");
                assertFalse(!path.isEmpty() && leads(proofs, root, hash, leaf, size, path.subList(1, path.size())), "a shorter path");
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("任何两个规模之间的一致性证明都通过，改过的开头不通过")
    void everyConsistency(Hashing hashing) {
        int most = 40;
        List<byte[]> leaves = LongStream.range(0, most).mapToObj(i -> ("leaf " + i).getBytes()).toList();
        List<byte[]> rebuilt = new ArrayList<>(leaves);
        rebuilt.set(0, "rebuilt".getBytes());
        Tree tree = tree(hashing, leaves);
        Tree other = tree(hashing, rebuilt);
        for (int from = 0; from <= most; from++) {
            for (int to = from; to <= most; to++) {
                assertTrue(consistent(hashing, from, to, tree.root(from), tree.root(to), tree.consistency(from, to)), from + " to " + to);
                if (from > 0) {
                    assertFalse(consistent(hashing, from, to, tree.root(from), other.root(to), other.consistency(from, to)), from + " rebuilt " + to);
                    assertFalse(consistent(hashing, from, to, tree.root(from), tree.root(to), longer(tree.consistency(from, to))));
                }
            }
        }
    }

    @Test
    @DisplayName("生长的右缘与整棵树一致")
    void frontier() {
        Random random = new Random(6962);
        List<Digests> leaves = new ArrayList<>();
        Edge edge = new Edge(0, List.of());
        while (leaves.size() < 700) {
            byte[] leaf = new byte[8];
            random.nextBytes(leaf);
            leaves.add(Digests.ofLeaf(leaf));
            edge.grow(leaves.get(leaves.size() - 1));
            for (Hashing hashing : Hashing.values()) {
                assertArrayEquals(ofHashes(hashing, leaves.stream().map(hash -> hash.under(hashing)).toList()).root(leaves.size()), edge.root().under(hashing));
            }
        }
        assertEquals(List.of(0L, 1L), edge.whole().stream().map(Edge.Subtree::position).toList());
        assertArrayEquals(ofHashes(Hashing.SM3, leaves.stream().map(Digests::sm3).toList(), 256, 512), edge.whole().get(1).root().sm3());
    }

    private static boolean leads(Proofs proofs, byte[] root, byte[] hash, long leaf, long size, List<byte[]> path) {
        return proofs.root(hash, leaf, size, path).filter(found -> Arrays.equals(found, root)).isPresent();
    }

    private static boolean consistent(Hashing hashing, long from, long to, byte[] earlier, byte[] later, List<byte[]> proof) {
        return new Proofs(hashing).roots(from, to, earlier, later, proof)
                .filter(roots -> Arrays.equals(roots.earlier(), earlier) && Arrays.equals(roots.later(), later)).isPresent();
    }

    private static List<byte[]> longer(List<byte[]> proof) {
        List<byte[]> longer = new ArrayList<>(proof);
        longer.add(new byte[Hashing.LENGTH]);
        return longer;
    }

    private static Tree tree(Hashing hashing, List<byte[]> leaves) {
        return ofHashes(hashing, leaves.stream().map(hashing::leaf).toList());
    }

    private static Tree ofHashes(Hashing hashing, List<byte[]> hashes) {
        return new Tree(hashing, (first, size) -> ofHashes(hashing, hashes, (int) first, (int) (first + size)));
    }

    private static byte[] ofHashes(Hashing hashing, List<byte[]> hashes, int begin, int end) {
        int middle = (begin + end) / 2;
        return end - begin == 1 ? hashes.get(begin) : hashing.node(ofHashes(hashing, hashes, begin, middle), ofHashes(hashing, hashes, middle, end));
    }

    /** MTH as the RFC writes it down, over the leaves themselves. */
    private static byte[] byDefinition(Hashing hashing, List<byte[]> leaves) {
        if (leaves.size() == 1) {
            return hashing.leaf(leaves.get(0));
        }
        int k = 1;
        while (2 * k < leaves.size()) {
            k *= 2;
        }
        return hashing.node(byDefinition(hashing, leaves.subList(0, k)), byDefinition(hashing, leaves.subList(k, leaves.size())));
    }

    private static List<String> hex(List<byte[]> hashes) {
        return hashes.stream().map(HEX::formatHex).toList();
    }
}
