package org.zhunsheng.proof;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.Optional;
import java.util.Set;

/** A log in memory, with answers like those of the service. */
final class PaperLog {

    static final Instant BEGUN = Instant.parse("2026-03-01T00:00:00Z");

    final List<Signer> signers;
    final String origin;
    final List<byte[]> answers = new ArrayList<>();
    final List<byte[]> entries = new ArrayList<>();

    PaperLog(String origin, long seed) {
        this.origin = origin;
        byte[] secret = new byte[Hashing.LENGTH];
        new java.util.Random(seed).nextBytes(secret);
        this.signers = List.of(new Ed25519Secret(origin, secret), new Sm2Secret(origin, BigInteger.valueOf(seed).shiftLeft(200).add(BigInteger.TEN)));
    }

    PaperLog grown(int decisions) throws IOException {
        for (int i = 0; i < decisions; i++) {
            int number = answers.size();
            byte[] answer = """
                    {"caller":"科委","core":{"decisions":[{"maxAmountYuan":%d,"outcome":"ELIGIBLE"}],"request":{"judgements":{"p":{"by":"王某","value":true}}}},\
                    "coreDigest":"sha256:%d","id":"0198-%d","simulated":false,"time":"2026-03-01T09:00:00.000+08:00"}"""
                    .formatted(number * 1000, number, number).getBytes(UTF_8);
            answers.add(answer);
            entries.add(Leaf.ofDecision("0198-" + number, sealed(answer, number)).bytes());
        }
        return this;
    }

    private static byte[] salt(int number) {
        return ("salt " + number).getBytes(UTF_8);
    }

    static byte[] sealed(byte[] answer, int number) throws IOException {
        return new Seal(Set.of("by"), place -> Optional.of(salt(number))).over(answer);
    }

    Tree tree(Hashing hashing) {
        return new Tree(hashing, (first, size) -> hash(hashing, (int) first, (int) (first + size)));
    }

    private byte[] hash(Hashing hashing, int begin, int end) {
        int middle = (begin + end) / 2;
        return end - begin == 1 ? hashing.leaf(entries.get(begin)) : hashing.node(hash(hashing, begin, middle), hash(hashing, middle, end));
    }

    String checkpoint(int size) {
        return SignedNote.signed(new Checkpoint(origin, size, tree(Hashing.SHA256).root(size), tree(Hashing.SM3).root(size),
                BEGUN.plusSeconds(size)).text(), signers).written();
    }

    List<String> keys() {
        return signers.stream().map(signer -> signer.key().written()).toList();
    }

    Receipt receipt(int leaf, int size, Integer since) {
        SortedMap<String, byte[]> openings = new TreeMap<>();
        openings.put("/core/request/judgements/p/by", salt(leaf));
        return new Receipt(answers.get(leaf), checkpoint(size), entries.get(leaf), leaf, Proof.of(hashing -> tree(hashing).inclusion(leaf, size)),
                since == null ? null : new Receipt.Since(checkpoint(since), Proof.of(hashing -> tree(hashing).consistency(since, size))), keys(), openings);
    }
}
