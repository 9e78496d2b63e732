package org.zhunsheng.tables;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.poi.ss.util.CellRangeAddress;

/** A workbook as stored: the literals of its sheets, and the cells that hold none. Plain data, so that another process can have opened it. */
public record Opened(Map<String, Sheet> sheets, List<CellError> errors) {

    private static final int MOST = 1_000_000;
    private static final int REMEMBERED = 128;

    /** Every rule base of a policy is made of the same workbooks but for one; opening them takes a third of compiling it. */
    private static final Map<Known, Opened> KNOWN = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Known, Opened> eldest) {
            return size() > REMEMBERED;
        }
    });

    private record Known(String file, ByteBuffer content) {
    }

    public static Opened of(String file, byte[] workbook) {
        Opened opened = KNOWN.get(new Known(file, ByteBuffer.wrap(workbook)));
        if (opened == null) {
            Problems problems = new Problems(file);
            opened = new Opened(WorkbookReader.read(workbook, problems), List.copyOf(problems.found()));
            KNOWN.put(new Known(file, ByteBuffer.wrap(workbook.clone())), opened);
        }
        return opened;
    }

    public void write(DataOutputStream out) throws IOException {
        out.writeInt(errors.size());
        for (CellError error : errors) {
            texts(out, error.file(), error.sheet(), error.cell(), error.read(), error.expected());
        }
        out.writeInt(sheets.size());
        for (Sheet sheet : sheets.values()) {
            texts(out, sheet.name(), String.valueOf(sheet.hidden()), numbers(sheet.hiddenRows()), numbers(sheet.hiddenColumns()));
            out.writeInt(sheet.merged().size());
            for (CellRangeAddress range : sheet.merged()) {
                texts(out, range.formatAsString());
            }
            out.writeInt(sheet.rows().values().stream().mapToInt(Map::size).sum());
            for (var row : sheet.rows().entrySet()) {
                for (var cell : row.getValue().entrySet()) {
                    Object value = cell.getValue().value();
                    out.writeInt(row.getKey());
                    out.writeInt(cell.getKey());
                    texts(out, value == null ? "" : value.getClass().getSimpleName(), String.valueOf(value), cell.getValue().shown());
                }
            }
        }
    }

    public static Opened read(DataInputStream in) throws IOException {
        List<CellError> errors = new ArrayList<>();
        for (int left = count(in); left > 0; left--) {
            errors.add(new CellError(text(in), text(in), text(in), text(in), text(in)));
        }
        Map<String, Sheet> sheets = new LinkedHashMap<>();
        for (int left = count(in); left > 0; left--) {
            Sheet sheet = new Sheet(text(in), new TreeMap<>(), new ArrayList<>(), Boolean.parseBoolean(text(in)), numbers(text(in)), numbers(text(in)));
            for (int merged = count(in); merged > 0; merged--) {
                sheet.merged().add(CellRangeAddress.valueOf(text(in)));
            }
            for (int cells = count(in); cells > 0; cells--) {
                sheet.rows().computeIfAbsent(in.readInt(), row -> new TreeMap<>()).put(in.readInt(), literal(text(in), text(in), text(in)));
            }
            sheets.put(sheet.name(), sheet);
        }
        return new Opened(sheets, errors);
    }

    private static Literal literal(String type, String value, String shown) throws IOException {
        return switch (type) {
            case "" -> Literal.refused(shown);
            case "String" -> new Literal(value, shown);
            case "BigDecimal" -> new Literal(new BigDecimal(value), shown);
            case "LocalDate" -> new Literal(LocalDate.parse(value), shown);
            case "Boolean" -> new Literal(Boolean.valueOf(value), shown);
            default -> throw new IOException("no literal: " + type);
        };
    }

    private static String numbers(TreeSet<Integer> numbers) {
        return String.join(",", numbers.stream().map(String::valueOf).toList());
    }

    private static TreeSet<Integer> numbers(String text) {
        TreeSet<Integer> numbers = new TreeSet<>();
        for (String number : text.isEmpty() ? new String[0] : text.split(",")) {
            numbers.add(Integer.valueOf(number));
        }
        return numbers;
    }

    private static int count(DataInputStream in) throws IOException {
        int count = in.readInt();
        if (count < 0 || count > MOST) {
            throw new IOException("no count: " + count);
        }
        return count;
    }

    private static void texts(DataOutputStream out, String... texts) throws IOException {
        for (String text : texts) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            out.writeInt(bytes.length);
            out.write(bytes);
        }
    }

    private static String text(DataInputStream in) throws IOException {
        return new String(in.readNBytes(count(in)), StandardCharsets.UTF_8);
    }
}
