package org.zhunsheng.uploads;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.zhunsheng.tables.Parts;

/**
 * Whether bytes that call themselves a workbook may be opened at all. Nothing of them is interpreted here but the zip around them: what
 * they are, how much they become, and what parts are in them.
 */
final class Container {

    static final int MOST_BYTES = 5 << 20;
    private static final int MOST_PARTS = 300;
    private static final long MOST_INFLATED = 32L << 20;
    private static final long MOST_OF_ONE = 24L << 20;

    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final byte[] OLE2 = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1};
    private static final String TYPES = "[Content_Types].xml";
    private static final String MAIN = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml";
    private static final int READ = 1 << 16;

    private final Map<String, byte[]> small = new HashMap<>();

    private Container() {
    }

    /** Why it is not opened, in the words of who has to mend it; empty where nothing speaks against it. */
    static Optional<String> refusal(byte[] bytes) {
        if (bytes.length == 0) {
            return Optional.of("文件是空的");
        }
        if (bytes.length > MOST_BYTES) {
            return Optional.of("文件超过 5 MB，决策表不会这样大");
        }
        if (starts(bytes, OLE2)) {
            return Optional.of(holds(bytes, "EncryptedPackage") ? "工作簿有打开密码，应取消密码后再交来" : "这是旧版 Excel（.xls）文件，应另存为 xlsx 工作簿");
        }
        if (!starts(bytes, ZIP)) {
            return Optional.of(isText(bytes) ? "这是文本文件（如 CSV、网页），改名不能使它成为工作簿，应在 Excel 中打开后另存为 xlsx" : "这不是 xlsx 工作簿");
        }
        try {
            return Optional.ofNullable(new Container().inZip(bytes));
        } catch (IOException | IllegalArgumentException broken) {
            return Optional.of("压缩包损坏，应为完好的 xlsx 工作簿");
        }
    }

    private String inZip(byte[] bytes) throws IOException {
        Set<String> names = new HashSet<>();
        long inflated = 0;
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes), StandardCharsets.UTF_8)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                String name = entry.getName();
                if (names.size() >= MOST_PARTS) {
                    return "文件里的部件超过 " + MOST_PARTS + " 个";
                }
                if (!names.add(name.toLowerCase(Locale.ROOT)) || name.contains("..") || name.startsWith("/") || name.contains("\\")) {
                    return "压缩包里的部件名称重复或不合规";
                }
                Optional<String> part = Parts.refusal("/" + name);
                if (part.isPresent()) {
                    return part.get() + "（" + name + "）";
                }
                long size = inflate(zip, name, MOST_INFLATED - inflated);
                if (size < 0) {
                    return "文件解压后过大，不予打开";
                }
                inflated += size;
            }
        }
        return !names.contains(TYPES.toLowerCase(Locale.ROOT)) ? "这是压缩包，不是 xlsx 工作簿" : new Declared(small).refusal(TYPES, MAIN);
    }

    /** Counted as it comes: what an archive says of its own sizes is the archive's word. */
    private long inflate(ZipInputStream zip, String name, long left) throws IOException {
        boolean declares = name.equals(TYPES) || name.endsWith(".rels");
        byte[] buffer = new byte[READ];
        ByteArrayOutputStream kept = new ByteArrayOutputStream();
        long size = 0;
        for (int read = zip.read(buffer); read >= 0; read = zip.read(buffer)) {
            size += read;
            if (size > left || size > MOST_OF_ONE || declares && size > 1 << 20) {
                return -1;
            }
            if (declares) {
                kept.write(buffer, 0, read);
            }
        }
        if (declares) {
            small.put(name, kept.toByteArray());
        }
        return size;
    }

    private static boolean starts(byte[] bytes, byte[] magic) {
        return bytes.length >= magic.length && Arrays.equals(bytes, 0, magic.length, magic, 0, magic.length);
    }

    /** The directory of such a file names its streams in UTF-16. */
    private static boolean holds(byte[] bytes, String name) {
        return new String(bytes, StandardCharsets.ISO_8859_1).contains(new String(name.getBytes(StandardCharsets.UTF_16LE), StandardCharsets.ISO_8859_1));
    }

    private static boolean isText(byte[] bytes) {
        for (byte each : bytes) {
            if (each >= 0 && each < ' ' && each != '\n' && each != '\r' && each != '\t') {
                return false;
            }
        }
        return true;
    }
}
