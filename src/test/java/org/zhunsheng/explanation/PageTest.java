package org.zhunsheng.explanation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.zhunsheng.wire.Language.EN;
import static org.zhunsheng.wire.Language.ZH;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;
import org.zhunsheng.cases.Case;
import org.zhunsheng.explanation.Explanation.Depth;
import org.zhunsheng.wire.Language;

@DisplayName("说明的网页")
class PageTest {

    private static Document read(String page) {
        try {
            return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(page.replace("<!DOCTYPE html>", ""))));
        } catch (Exception malformed) {
            throw new AssertionError(page, malformed);
        }
    }

    private static List<Element> all(Document page, String name) {
        List<Element> found = new ArrayList<>();
        for (int i = 0; i < page.getElementsByTagName(name).getLength(); i++) {
            found.add((Element) page.getElementsByTagName(name).item(i));
        }
        return found;
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("恶意的文字原样显示，不成为标记")
    void hostile(Depth depth) {
        String hostile = "</td><script>alert(1)</script><img src=x onerror=alert(1)>&amp;' ]]> <!-- \uFFFE";
        Explanation explanation = Explained.of(Explained.PARK.formatted("", hostile), ZH);
        Document page = read(ExplanationHtml.write(explanation, depth));
        assertEquals(List.of(), all(page, "script"));
        assertEquals(List.of(), all(page, "img"));
        if (depth != Depth.SENTENCE) {
            assertTrue(page.getDocumentElement().getTextContent().contains(hostile.replace('\uFFFE', '\uFFFD')));
        }
    }

    @Test
    @DisplayName("什么也不加载，什么也不运行；图都有文字说明")
    void plainAndAccessible() {
        Document page = read(ExplanationHtml.write(Explained.awardedBefore(ZH), Depth.TREE));
        for (String name : List.of("script", "link", "iframe", "object", "form", "a")) {
            assertEquals(List.of(), all(page, name), name);
        }
        List<Element> pictures = all(page, "svg");
        assertFalse(pictures.isEmpty());
        pictures.forEach(picture -> {
            assertEquals("img", picture.getAttribute("role"));
            assertFalse(picture.getElementsByTagName("title").item(0).getTextContent().isBlank());
            assertEquals("", picture.getElementsByTagName("text").getLength() == 0 ? "" : "text in a picture");
        });
    }

    @Test
    @DisplayName("网页上读得到：差在哪、哪个单元格、哪次支持挡住和到何日、谁判断了什么")
    void readerFinds() {
        String text = read(ExplanationHtml.write(Explained.awardedBefore(ZH), Depth.PAGE)).getDocumentElement().getTextContent();
        for (String expected : List.of("低 0.01平方米", "park_tiers.xlsx!档次!C4", "编号 2021-0042", "至 2024-06-01 不再支持", "2024-06-02起不再受限",
                "评审专家组于 2023-04-20 判断：有对接活动", "临界", "仅凭判断", "可以做的：")) {
            assertTrue(text.contains(expected), expected);
        }
    }

    @Test
    @DisplayName("英文页上除了名称和出处没有汉字的句子")
    void english() {
        String text = read(ExplanationHtml.write(Explained.park(EN), Depth.PAGE)).getDocumentElement().getTextContent();
        for (String expected : List.of("eligible, at most CNY 2,000,000", "below by 0.01 m²", "by a hair", "What can be done: ", "Readings it rests on")) {
            assertTrue(text.contains(expected), expected);
        }
        for (String chinese : List.of("不满足", "口径", "来源", "元（")) {
            assertFalse(text.contains(chinese), chinese);
        }
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("每份文件的例子都能说明，网页都是完好的 XML")
    void everyKindOfCase(Language language) {
        List<Case> cases = Case.all().stream().filter(one -> !one.expect().has("error")).toList();
        // one in twenty-three, so that every document and every question comes by without the suite waiting for all of them
        for (int i = 0; i < cases.size(); i += 23) {
            Explanation explanation = Explained.of(cases.get(i).request().toString(), language);
            assertFalse(explanation.answers().get(0).sentence().contains("null"), cases.get(i).title());
            read(ExplanationHtml.write(explanation, Depth.TREE));
        }
    }
}
