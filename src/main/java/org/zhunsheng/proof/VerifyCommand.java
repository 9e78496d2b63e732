package org.zhunsheng.proof;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Verifies a receipt without service and database. What it says, it says in Chinese and in English. */
public final class VerifyCommand {

    public static final String NAME = "verify";
    private static final String USAGE = "用法：verify 凭证 [--keys 公钥文件] [--checkpoint 较早的检查点]  核验一份凭证，不需要服务和数据库";

    private static final int HOLDS = 0;
    private static final int TAMPERED = 1;
    private static final int UNREADABLE = 2;
    private static final long LARGEST = 64 << 20;

    private final PrintStream out;

    private VerifyCommand(PrintStream out) {
        this.out = out;
    }

    /** Returns the exit code: 0 it holds, 1 something was altered, 2 it could not be read. */
    public static int run(PrintStream out, String... words) {
        String file = null;
        String keys = null;
        String checkpoint = null;
        for (int i = 1; i < words.length; i++) {
            boolean last = i == words.length - 1;
            if (words[i].equals("--keys") && !last) {
                keys = words[++i];
            } else if (words[i].equals("--checkpoint") && !last) {
                checkpoint = words[++i];
            } else if (file == null && !words[i].startsWith("--")) {
                file = words[i];
            } else {
                out.println(USAGE);
                return UNREADABLE;
            }
        }
        if (file == null) {
            out.println(USAGE);
            return UNREADABLE;
        }
        try {
            return new VerifyCommand(out).verify(read(file), keys == null ? null : Trust.in(text(keys).lines().toList()),
                    checkpoint == null ? null : text(checkpoint));
        } catch (IOException | IllegalArgumentException | Older.Unknown unreadable) {
            out.println("不能核验 / cannot verify: " + unreadable.getMessage());
            return UNREADABLE;
        }
    }

    private int verify(byte[] file, Trust given, String older) throws IOException {
        Receipt receipt;
        try {
            receipt = Receipt.read(file);
        } catch (IOException broken) {
            return broken(file, broken);
        }
        Trust trust = given == null ? Trust.of(receipt) : given;
        List<Flaw.Found> flaws = Verification.of(receipt, trust, older);
        if (!flaws.isEmpty()) {
            return tampered(flaws);
        }
        said(receipt, trust, older);
        return HOLDS;
    }

    private int tampered(List<Flaw.Found> flaws) {
        out.println("核验不通过 / NOT VERIFIED");
        flaws.stream().distinct().forEach(found -> out.println("  " + found.flaw() + "  " + found.text()));
        return TAMPERED;
    }

    private void said(Receipt receipt, Trust trust, String older) throws IOException {
        Checkpoint checkpoint = Checkpoint.read(SignedNote.read(receipt.checkpoint()).text());
        Map<String, byte[]> answer = Members.of(receipt.answer());
        out.println("核验通过 / VERIFIED");
        out.println("  决定 decision " + new String(answer.get("id"), UTF_8) + "，" + new String(answer.get("time"), UTF_8));
        out.println("  内容与信封同日志所证一致 / content and envelope are those that the log attests: " + checkpoint.origin() + " 第 entry " + receipt.leaf()
                + "，共 of " + checkpoint.size());
        out.println("  SHA-256 与 SM3 两棵树的路径都到达检查点的根 / both trees lead to the roots of the checkpoint of " + checkpoint.time());
        out.println("  Ed25519 与 SM2 签名均成立 / both signatures hold: " + String.join(" ", trust.keys().stream().map(Key::idText).toList()));
        if (new String(receipt.answer(), UTF_8).contains("{\"sealed\":")) {
            out.println("  有个人信息已隐去，其余不受影响 / personal data was taken out; the rest holds as it is");
        }
        if (older != null) {
            out.println("  较早的检查点是它的开头 / the older checkpoint is its beginning");
        }
        if (!trust.given()) {
            out.println("  注意：公钥取自凭证本身，请用 --keys 给出另行取得的公钥 / note: the keys are the receipt's own; give those you have from elsewhere with --keys");
        }
    }

    /** A receipt that is not one any more is told from a file that never was. */
    private int broken(byte[] file, IOException broken) throws IOException {
        String text = new String(file, UTF_8);
        if (!text.startsWith("{\"answer\":") && !text.contains(Receipt.FORMAT)) {
            throw new IOException("这不是凭证 / this is not a receipt");
        }
        Throwable cause = broken;
        while (cause.getCause() != null && !(cause instanceof JsonProcessingException)) {
            cause = cause.getCause();
        }
        if (cause instanceof JsonEOFException || !text.endsWith("}")) {
            return tampered(List.of(Flaw.CUT.at(file.length + " bytes")));
        }
        List<Flaw.Found> flaws = new ArrayList<>();
        flaws.add(Flaw.FORM.at(place(file, cause)));
        return tampered(flaws);
    }

    /** In which member the file differs from what it would be, or at which byte it stops being JSON. */
    private static String place(byte[] file, Throwable cause) {
        if (cause instanceof JsonProcessingException unreadable && unreadable.getLocation() != null) {
            return "byte " + unreadable.getLocation().getByteOffset();
        }
        try {
            Map<String, byte[]> found = Members.of(file);
            Map<String, byte[]> wanted = Members.of(Receipt.loosely(file).json());
            return found.keySet().stream().filter(name -> !Arrays.equals(found.get(name), wanted.get(name))).findFirst()
                    .or(() -> wanted.keySet().stream().filter(name -> !found.containsKey(name)).findFirst()).filter(Objects::nonNull).orElse("order");
        } catch (IOException | RuntimeException unclear) {
            return Objects.toString(cause.getMessage());
        }
    }

    private static byte[] read(String file) throws IOException {
        Path path = Path.of(file);
        if (!Files.isRegularFile(path) || Files.size(path) > LARGEST) {
            throw new IOException("没有文件 / no such file: " + file);
        }
        return Files.readAllBytes(path);
    }

    private static String text(String file) throws IOException {
        return new String(read(file), UTF_8);
    }
}
