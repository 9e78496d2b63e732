package org.zhunsheng.explanation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.zhunsheng.wire.Language.ZH;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.zhunsheng.explanation.Explanation.Depth;
import org.zhunsheng.wire.Language;

@DisplayName("说明的 PDF")
class PdfTest {

    private static final String BASE = "https://zhunsheng.example.org";

    /** What the page says, piece by piece. */
    private static List<String> said(Explanation explanation, Depth depth) throws Exception {
        String page = ExplanationPdf.page(explanation, depth, BASE).replace("<!DOCTYPE html>", "");
        List<String> said = new ArrayList<>();
        collect(DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(page))).getDocumentElement(), said);
        return said;
    }

    private static void collect(Node node, List<String> into) {
        if (node.getNodeType() == Node.TEXT_NODE && !bare(node.getNodeValue()).isEmpty()) {
            into.add(bare(node.getNodeValue()));
        }
        boolean shown = !(node instanceof Element element) || !List.of("head", "svg").contains(element.getTagName());
        for (Node child = node.getFirstChild(); shown && child != null; child = child.getNextSibling()) {
            collect(child, into);
        }
    }

    /** Lines break where paper ends; nothing else may differ. */
    private static String bare(String text) {
        return text.replaceAll("[\\s\\u3000\\u00A0]+", "");
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("取出的文字就是页面上的文字，一段不缺，一字不差")
    void copiesRight(Language language) throws Exception {
        Explanation explanation = Explained.awardedBefore(language);
        List<String> sheets = sheets(ExplanationPdf.write(explanation, Depth.PAGE, BASE));
        for (String piece : said(explanation, Depth.PAGE)) {
            assertTrue(on(sheets, piece), piece);
        }
    }

    /** On one sheet, or begun at the foot of one and ended on the next. */
    private static boolean on(List<String> sheets, String piece) {
        if (sheets.stream().anyMatch(sheet -> sheet.contains(piece))) {
            return true;
        }
        return IntStream.range(1, piece.length()).anyMatch(at -> IntStream.range(1, sheets.size()).anyMatch(next ->
                sheets.get(next - 1).contains(piece.substring(0, at)) && sheets.get(next).contains(piece.substring(at))));
    }

    private static List<String> sheets(byte[] pdf) throws IOException {
        List<String> sheets = new ArrayList<>();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            for (int page = 1; page <= document.getNumberOfPages(); page++) {
                PDFTextStripper stripper = new PDFTextStripper();
                stripper.setStartPage(page);
                stripper.setEndPage(page);
                sheets.add(bare(stripper.getText(document)));
            }
        }
        return sheets;
    }

    @Test
    @DisplayName("生僻字照样取得出来；字体里没有的字写出编号，不丢也不混")
    void rareCharacters() throws Exception {
        Explanation explanation = Explained.of(Explained.PARK.formatted("", "㙓䶮鿍𠮷一致；龘"), ZH);
        String text = String.join("", sheets(ExplanationPdf.write(explanation, Depth.PAGE, BASE)));
        assertTrue(text.contains("㙓䶮鿍𠮷一致；〔U+9F98〕"), text);
    }

    @Test
    @DisplayName("A4，每页有页码、决定编号和摘要；末页有凭证的地址")
    void paper() throws Exception {
        Explanation explanation = Explained.park(ZH);
        byte[] pdf = ExplanationPdf.write(explanation, Depth.PAGE, BASE);
        List<String> sheets = sheets(pdf);
        for (int i = 0; i < sheets.size(); i++) {
            String text = sheets.get(i);
            assertTrue(text.contains("第%d页，共%d页".formatted(i + 1, sheets.size())), text);
            assertTrue(text.contains(Explained.ID), text);
            assertTrue(text.contains(explanation.identity().coreDigest()), text);
        }
        assertTrue(sheets.get(sheets.size() - 1).contains(BASE + "/v1/evaluations/" + Explained.ID + "/receipt"));
        try (PDDocument document = Loader.loadPDF(pdf)) {
            PDRectangle size = document.getPage(0).getMediaBox();
            assertEquals(PDRectangle.A4.getWidth(), size.getWidth(), 1);
            assertEquals(PDRectangle.A4.getHeight(), size.getHeight(), 1);
        }
    }
}
