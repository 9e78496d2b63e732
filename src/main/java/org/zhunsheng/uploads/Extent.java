package org.zhunsheng.uploads;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.poi.ss.util.CellReference;

/** How much is on the sheets, counted as they stream by, before anything holds them in memory. Rows that are only formatted count for little. */
final class Extent {

    static final int MOST_SHEETS = 40;
    static final int MOST_ROWS = 5_000;
    static final int MOST_COLUMNS = 200;
    private static final int MOST_FORMATTED = 60_000;
    private static final int MOST_CELLS = 100_000;

    private int cells;
    private int formatted;

    private Extent() {
    }

    /** Null where it is what a decision table may be. */
    static String refusal(byte[] workbook) throws IOException, XMLStreamException {
        Extent extent = new Extent();
        int sheets = 0;
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(workbook))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().startsWith("xl/worksheets/") && entry.getName().endsWith(".xml")) {
                    if (++sheets > MOST_SHEETS) {
                        return "工作表超过 " + MOST_SHEETS + " 张";
                    }
                    String why = extent.sheet(new Unclosed(zip));
                    if (why != null) {
                        return why;
                    }
                }
            }
        }
        return null;
    }

    private String sheet(InputStream xml) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        XMLStreamReader reader = factory.createXMLStreamReader(xml);
        int row = 0;
        int column = 0;
        while (reader.hasNext()) {
            reader.next();
            if (!reader.isStartElement()) {
                continue;
            }
            switch (reader.getLocalName()) {
                case "row" -> {
                    String number = reader.getAttributeValue(null, "r");
                    row = number == null ? row + 1 : Integer.parseInt(number);
                    column = 0;
                    formatted++;
                }
                case "c" -> {
                    String reference = reader.getAttributeValue(null, "r");
                    column = reference == null ? column + 1 : new CellReference(reference).getCol() + 1;
                    formatted++;
                }
                case "v", "is", "f" -> {
                    cells++;
                    if (row > MOST_ROWS || column > MOST_COLUMNS) {
                        return row > MOST_ROWS ? "工作表的内容超过 " + MOST_ROWS + " 行" : "工作表的内容超过 " + MOST_COLUMNS + " 列";
                    }
                }
                default -> { }
            }
            if (cells > MOST_CELLS || formatted > MOST_FORMATTED + MOST_CELLS) {
                return "工作簿的单元格过多";
            }
        }
        return null;
    }

    /** A parser closes what it has read to the end; the archive goes on. */
    private static final class Unclosed extends FilterInputStream {

        Unclosed(InputStream in) {
            super(in);
        }

        @Override
        public void close() {
            // the archive is closed by whoever opened it
        }
    }
}
