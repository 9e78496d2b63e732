package org.zhunsheng.uploads;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** The committed workbook of park tiers, as one analyst or another might hand it in. */
final class HandedIn {

    static final String FILE = "park_tiers.xlsx";
    static final String SHEET = "档次";

    private HandedIn() {
    }

    static byte[] committed() {
        try {
            return Files.readAllBytes(Path.of("decision-tables", "jkf_2022_9", FILE));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] with(Consumer<XSSFWorkbook> change) {
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(committed())); ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            change.accept(book);
            book.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One cell of the tiers changed. */
    static byte[] cell(String address, Consumer<XSSFCell> change) {
        return with(book -> change.accept(cell(book.getSheet(SHEET), address)));
    }

    static byte[] text(String address, String text) {
        return cell(address, cell -> cell.setCellValue(text));
    }

    static XSSFCell cell(XSSFSheet sheet, String address) {
        CellReference at = new CellReference(address);
        XSSFRow row = sheet.getRow(at.getRow()) == null ? sheet.createRow(at.getRow()) : sheet.getRow(at.getRow());
        return row.getCell(at.getCol()) == null ? row.createCell(at.getCol()) : row.getCell(at.getCol());
    }

    /** The archive around the committed workbook, its parts changed, added or taken out. */
    static byte[] parts(Consumer<Map<String, byte[]>> change) {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(committed()))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                parts.put(entry.getName(), zip.readAllBytes());
            }
            change.accept(parts);
            return zipped(parts);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] zipped(Map<String, byte[]> parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    static void replace(Map<String, byte[]> parts, String name, String what, String by) {
        String text = new String(parts.get(name), StandardCharsets.UTF_8);
        if (!text.contains(what)) {
            throw new AssertionError(name + " has no " + what);
        }
        parts.put(name, text.replace(what, by).getBytes(StandardCharsets.UTF_8));
    }

    static byte[] encrypted(String password) {
        try (POIFSFileSystem file = new POIFSFileSystem(); ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            Encryptor encryptor = new EncryptionInfo(EncryptionMode.standard).getEncryptor();
            encryptor.confirmPassword(password);
            try (var inside = encryptor.getDataStream(file)) {
                inside.write(committed());
            }
            file.writeFilesystem(out);
            return out.toByteArray();
        } catch (IOException | java.security.GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** From when on a workbook says it is in force, read as any other would read it. */
    static LocalDate day(byte[] workbook) {
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(workbook))) {
            return book.getSheet("封面").getRow(3).getCell(1).getLocalDateTimeCellValue().toLocalDate();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
