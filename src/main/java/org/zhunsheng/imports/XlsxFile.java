package org.zhunsheng.imports;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.util.XMLHelper;
import org.apache.poi.xssf.eventusermodel.ReadOnlySharedStringsTable;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;

/** The first sheet of a workbook, read as it streams by: a list of a year is larger than what anybody wants in memory. */
final class XlsxFile implements Table {

    /** Of the texts that cells share, which have to be in memory; more than any file of ours holds, and no bomb. */
    private static final int MOST_SHARED = 128 << 20;

    private final Path file;
    private final List<String> sheets = new ArrayList<>();

    XlsxFile(Path file) throws IOException, UnusableFile {
        this.file = file;
        open(reader -> {
            XSSFReader.SheetIterator each = (XSSFReader.SheetIterator) reader.getSheetsData();
            while (each.hasNext()) {
                each.next().close();
                sheets.add(each.getSheetName());
            }
        });
        if (sheets.isEmpty()) {
            throw new UnusableFile("工作簿里没有工作表", "the workbook has no sheet");
        }
    }

    @Override
    public List<Finding> remarks() {
        return sheets.size() == 1 ? List.of() : List.of(Finding.remark(0, null, "只读取第一张工作表“" + sheets.get(0) + "”，没有读取："
                + String.join("、", sheets.subList(1, sheets.size())), "only the first sheet is read"));
    }

    @Override
    public void read(Lines lines) throws IOException, UnusableFile {
        open(reader -> {
            XMLReader parser = XMLHelper.newXMLReader();
            parser.setContentHandler(new SheetHandler(shared(reader), reader.getStylesTable(), countsFrom1904(reader), lines));
            try (InputStream sheet = reader.getSheetsData().next()) {
                parser.parse(new InputSource(sheet));
            }
        });
    }

    @FunctionalInterface
    private interface Use {
        void of(XSSFReader reader) throws Exception;
    }

    /** What the library stumbles over in bytes from outside is a file that cannot be read; what the taker of a line throws is its own. */
    private void open(Use use) throws IOException, UnusableFile {
        try (OPCPackage parts = OPCPackage.open(file.toFile(), PackageAccess.READ)) {
            use.of(new XSSFReader(parts));
        } catch (SheetHandler.Stopped stopped) {
            if (stopped.getCause() instanceof UnusableFile unusable) {
                throw unusable;
            }
            throw (RuntimeException) stopped.getCause();
        } catch (Exception broken) {
            throw new UnusableFile("无法打开的文件，应为完好的 xlsx 工作簿", "the file cannot be opened as an xlsx workbook");
        }
    }

    private static ReadOnlySharedStringsTable shared(XSSFReader reader) throws IOException, SAXException, OpenXML4JException {
        InputStream in = reader.getSharedStringsData();
        if (in == null) {
            return null;
        }
        try (in) {
            return new ReadOnlySharedStringsTable(new Bounded(in, MOST_SHARED), false);
        }
    }

    /** Workbooks of old Macintoshes count days from another one. */
    private static boolean countsFrom1904(XSSFReader reader) throws IOException, OpenXML4JException, XMLStreamException {
        try (InputStream in = reader.getWorkbookData()) {
            XMLStreamReader xml = XMLHelper.newXMLInputFactory().createXMLStreamReader(in);
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("workbookPr")) {
                    String flag = xml.getAttributeValue(null, "date1904");
                    return "1".equals(flag) || "true".equals(flag);
                }
            }
            return false;
        }
    }

    /** Ends a stream that is longer than anybody's list. */
    private static final class Bounded extends FilterInputStream {

        private long left;

        Bounded(InputStream in, long most) {
            super(in);
            this.left = most;
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            count(read < 0 ? 0 : 1);
            return read;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            int read = super.read(into, from, length);
            count(Math.max(read, 0));
            return read;
        }

        private void count(int bytes) throws IOException {
            left -= bytes;
            if (left < 0) {
                throw new IOException("too large");
            }
        }
    }
}
