package org.zhunsheng.imports;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** A file of comma separated values in UTF-8 or, as Chinese spreadsheets save it, GB18030. */
final class CsvFile implements Table {

    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final CSVFormat FORMAT = CSVFormat.RFC4180.builder().setIgnoreEmptyLines(false).get();

    private final Path file;
    private final boolean marked;
    private final Charset charset;

    CsvFile(Path file) throws IOException, UnusableFile {
        this.file = file;
        byte[] start;
        try (InputStream in = Files.newInputStream(file)) {
            start = in.readNBytes(3);
        }
        this.marked = start.length == 3 && start[0] == (byte) 0xEF && start[1] == (byte) 0xBB && start[2] == (byte) 0xBF;
        this.charset = charset(start);
    }

    /** GB18030 would take almost any bytes for something, UTF-8 hardly any others: so UTF-8 is tried first. */
    private Charset charset(byte[] start) throws IOException, UnusableFile {
        boolean wide = start.length >= 2 && (start[0] == (byte) 0xFF && start[1] == (byte) 0xFE || start[0] == (byte) 0xFE && start[1] == (byte) 0xFF);
        if (!wide && decodes(StandardCharsets.UTF_8)) {
            return StandardCharsets.UTF_8;
        }
        if (wide || marked || !decodes(GB18030)) {
            throw new UnusableFile("文件编码无法识别，应为 UTF-8 或 GB18030", "the encoding is neither UTF-8 nor GB18030");
        }
        return GB18030;
    }

    private boolean decodes(Charset charset) throws IOException {
        char[] chars = new char[1 << 16];
        try (Reader reader = reader(charset)) {
            while (reader.read(chars) >= 0) {
                // decoding it is the test
            }
            return true;
        } catch (CharacterCodingException foreign) {
            return false;
        }
    }

    private Reader reader(Charset charset) throws IOException {
        InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
        in.skipNBytes(marked ? 3 : 0);
        return new InputStreamReader(in, charset.newDecoder().onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT));
    }

    @Override
    public List<Finding> remarks() {
        return List.of(Finding.remark(0, null, "文件编码为 " + charset + (marked ? "（带 BOM）" : ""), "the encoding is " + charset));
    }

    @Override
    public void read(Lines lines) throws IOException, UnusableFile {
        try (CSVParser parser = CSVParser.parse(reader(charset), FORMAT)) {
            for (CSVRecord values : parser) {
                lines.line(Math.toIntExact(values.getRecordNumber()), cells(values));
            }
        } catch (UncheckedIOException broken) {
            throw new UnusableFile("文件不是完好的 CSV：引号没有成对", "the file is no well-formed CSV");
        }
    }

    private static List<Cell> cells(CSVRecord values) {
        List<Cell> cells = new ArrayList<>(values.size());
        for (String value : values) {
            cells.add(value.isBlank() ? null : new Cell.Text(value));
        }
        return cells;
    }
}
