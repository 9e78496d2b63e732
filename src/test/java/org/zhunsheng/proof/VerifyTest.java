package org.zhunsheng.proof;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("核验凭证")
class VerifyTest {

    private static final int SIZE = 11;
    private static final int LEAF = 4;
    private static final int SINCE = 6;

    @TempDir
    Path folder;
    private PaperLog log;
    private Path keys;
    private String printed;

    @BeforeEach
    void grow() throws IOException {
        log = new PaperLog("zhunsheng.test/a", 7).grown(SIZE);
        keys = Files.write(folder.resolve("keys"), log.keys());
    }

    @Test
    @DisplayName("没有动过的通过，带不带公钥、较早的检查点都通过")
    void holds() throws IOException {
        byte[] receipt = log.receipt(LEAF, SIZE, SINCE).json();
        assertEquals(0, verify(receipt));
        assertTrue(printed.contains("--keys"), "its own keys prove nothing about who signed");
        assertEquals(0, verify(receipt, "--keys", keys.toString()));
        assertEquals(0, verify(receipt, "--keys", keys.toString(), "--checkpoint", file("older", log.checkpoint(SINCE))));
        assertEquals(0, verify(receipt, "--keys", keys.toString(), "--checkpoint", file("same", log.checkpoint(SIZE))));
    }

    @Test
    @DisplayName("个人信息拿掉之后仍然通过，换成别的就不通过")
    void redacted() throws IOException {
        Receipt whole = log.receipt(LEAF, SIZE, null);
        Receipt redacted = new Receipt(PaperLog.sealed(whole.answer(), LEAF), whole.checkpoint(), whole.entry(), whole.leaf(), whole.inclusion(), null,
                whole.keys(), Collections.emptySortedMap());
        assertEquals(0, verify(redacted.json(), "--keys", keys.toString()));
        assertTrue(printed.contains("隐去"));
        assertEquals(1, verify(new String(whole.json(), UTF_8).replace("王某", "李某").getBytes(UTF_8), "--keys", keys.toString()));
        assertTrue(printed.contains("CORE"));
    }

    @Test
    @DisplayName("翻动凭证的任何一个字节都被发现，并说出是哪一部分")
    void everyByte() throws IOException {
        everyByte(log.receipt(LEAF, SIZE, null).json(), 0);
        byte[] since = log.receipt(LEAF, SIZE, SINCE).json();
        everyByte(since, new String(since, UTF_8).indexOf("\"since\":"));
    }

    private void everyByte(byte[] receipt, int from) throws IOException {
        Map<String, Flaw[]> named = new TreeMap<>(Map.of("answer", new Flaw[] {Flaw.CORE, Flaw.ENVELOPE, Flaw.OTHER_DECISION, Flaw.ENTRY},
                "checkpoint", new Flaw[] {Flaw.CHECKPOINT, Flaw.ROOT, Flaw.SIGNATURE, Flaw.OTHER_LOG}, "entry", new Flaw[] {Flaw.ENTRY, Flaw.OTHER_DECISION},
                "inclusion", new Flaw[] {Flaw.PATH}, "keys", new Flaw[] {Flaw.KEYS}, "openings", new Flaw[] {Flaw.CORE},
                "since", new Flaw[] {Flaw.OLDER, Flaw.CONSISTENCY, Flaw.OTHER_LOG, Flaw.REBUILT}, "format", new Flaw[0]));
        String text = new String(receipt, UTF_8);
        Files.createDirectories(folder.resolve("flipped"));
        IntStream.range(from, receipt.length).parallel().forEach(i -> {
            byte[] flipped = receipt.clone();
            flipped[i] ^= (byte) (i % 2 == 0 ? 1 : 0x20);
            Said said = verified(folder.resolve("flipped/" + i), flipped, "--keys", keys.toString());
            assertEquals(1, said.exit, () -> "undetected: " + new String(flipped, UTF_8));
            String place = member(text, i);
            assertTrue(said.names(Flaw.FORM) || said.names(Flaw.CUT) || Arrays.stream(named.get(place)).anyMatch(said::names), place + " " + i + ": " + said);
        });
    }

    /** The member of the receipt in which a byte lies. */
    private static String member(String text, int at) {
        String found = "answer";
        for (String name : List.of("answer", "checkpoint", "entry", "format", "inclusion", "keys", "openings", "since")) {
            int begin = text.indexOf("\"" + name + "\":");
            found = begin >= 0 && text.substring(0, begin).getBytes(UTF_8).length <= at ? name : found;
        }
        return found;
    }

    @Test
    @DisplayName("每个片段被改都叫得出名字")
    void names() throws IOException {
        String receipt = new String(log.receipt(LEAF, SIZE, SINCE).json(), UTF_8);
        assertNamed(receipt.replace("\"maxAmountYuan\":4000", "\"maxAmountYuan\":9000"), Flaw.CORE);
        assertNamed(receipt.replace("09:00", "08:00"), Flaw.ENVELOPE);
        assertNamed(receipt.replaceFirst("(\"entry\":\\{\"core\":\\{\"sha256\":\")(....)", "$1abcd"), Flaw.ENTRY);
        assertNamed(receipt.replace("\"leaf\":4", "\"leaf\":5"), Flaw.PATH);
        assertNamed(receipt.replace("zhunsheng.test/a\\n11", "zhunsheng.test/a\\n12"), Flaw.CHECKPOINT);
        assertNamed(receipt.substring(0, receipt.length() / 2), Flaw.CUT);
        assertNamed(receipt.replace("zhunsheng.test/a\\n", "zhunsheng.test/b\\n"), Flaw.OTHER_LOG);
        assertNamed(receipt.replaceFirst("(sm3 )(....)", "$1abcd"), Flaw.ROOT);
    }

    private void assertNamed(String receipt, Flaw flaw) throws IOException {
        assertEquals(1, verify(receipt.getBytes(UTF_8), "--keys", keys.toString()), flaw.name());
        assertTrue(printed.contains("  " + flaw), flaw + ": " + printed);
    }

    @Test
    @DisplayName("别的日志、删去、换序、重建的树、截去的尾，都认得出")
    void otherTrees() throws IOException {
        String older = file("older", log.checkpoint(SINCE));
        assertEquals(1, verify(new PaperLog("zhunsheng.test/b", 8).grown(SIZE).receipt(LEAF, SIZE, null).json(), "--keys", keys.toString()));
        assertTrue(printed.contains("  OTHER_LOG"), printed);

        PaperLog rebuilt = new PaperLog("zhunsheng.test/a", 7).grown(SIZE);
        rebuilt.entries.remove(1);
        rebuilt.answers.remove(1);
        rebuilt.grown(1);
        assertEquals(1, verify(rebuilt.receipt(LEAF, SIZE, SINCE).json(), "--keys", keys.toString(), "--checkpoint", older));
        assertTrue(printed.contains("  REBUILT"), printed);

        PaperLog swapped = new PaperLog("zhunsheng.test/a", 7).grown(SIZE);
        Collections.swap(swapped.entries, 0, 1);
        assertEquals(1, verify(swapped.receipt(LEAF, SIZE, SINCE).json(), "--keys", keys.toString(), "--checkpoint", older));
        assertTrue(printed.contains("  REBUILT"), printed);

        String whole = file("whole", log.checkpoint(SIZE));
        assertEquals(1, verify(truncatedLater().json(), "--keys", keys.toString(), "--checkpoint", whole));
        assertTrue(printed.contains("  TRUNCATED"), printed);
    }

    /** A checkpoint signed after the one somebody kept, over fewer entries. */
    private Receipt truncatedLater() {
        Receipt receipt = log.receipt(LEAF, SIZE - 1, null);
        Checkpoint before = Checkpoint.read(SignedNote.read(receipt.checkpoint()).text());
        Checkpoint later = new Checkpoint(before.origin(), before.size(), before.sha256(), before.sm3(), PaperLog.BEGUN.plusSeconds(1000));
        return new Receipt(receipt.answer(), SignedNote.signed(later.text(), log.signers).written(), receipt.entry(), receipt.leaf(), receipt.inclusion(), null,
                receipt.keys(), receipt.openings());
    }

    @Test
    @DisplayName("读不了的文件、缺证明的检查点：2")
    void unreadable() throws IOException {
        byte[] receipt = log.receipt(LEAF, SIZE, null).json();
        assertEquals(2, verify("不是凭证".getBytes(UTF_8)));
        assertEquals(2, verify(new byte[0]));
        assertEquals(2, verify(receipt, "--keys", folder.resolve("nothing").toString()));
        assertEquals(2, verify(receipt, "--keys", file("notkeys", "x")));
        assertEquals(2, verify(receipt, "--checkpoint", file("older", log.checkpoint(SINCE))));
        assertTrue(printed.contains("since=" + SINCE), printed);
        assertEquals(2, VerifyCommand.run(new PrintStream(new ByteArrayOutputStream()), "verify", folder.resolve("nothing").toString()));
    }

    private String file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content).toString();
    }

    private int verify(byte[] receipt, String... options) {
        Said said = verified(folder.resolve("receipt"), receipt, options);
        printed = said.text;
        return said.exit;
    }

    private record Said(int exit, String text) {

        boolean names(Flaw flaw) {
            return text.contains("  " + flaw);
        }
    }

    private static Said verified(Path file, byte[] receipt, String... options) {
        try {
            Files.write(file, receipt);
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
        String[] words = new String[options.length + 2];
        words[0] = "verify";
        words[1] = file.toString();
        System.arraycopy(options, 0, words, 2, options.length);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        return new Said(VerifyCommand.run(new PrintStream(out, true, UTF_8), words), out.toString(UTF_8));
    }
}
