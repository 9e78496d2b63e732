package org.zhunsheng.explanation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.zhunsheng.explanation.Explanation.Depth;

/**
 * What the pages of a dozen decisions say, word for word, as somebody read and approved it. Where it reads otherwise on purpose, the text in
 * {@code target/explanations} is read and takes the place of the approved one; the page stands beside it, to be looked at.
 */
@DisplayName("十几个决定的说明，逐字是读过、认可过的")
class ApprovedPagesTest {

    private static final Path APPROVED = Path.of("src/test/resources/explanations");
    private static final Path WRITTEN = Path.of("target/explanations");
    private static final Set<String> BLOCKS = Set.of("p", "h1", "h2", "h3", "tr", "li", "ul", "table", "div", "dt", "dd", "caption", "figure");

    @TestFactory
    Stream<DynamicTest> pages() throws IOException {
        Files.createDirectories(WRITTEN);
        Set<String> names = new TreeSet<>();
        Stream.Builder<DynamicTest> tests = Stream.builder();
        Dozen.pages().forEach((name, page) -> {
            names.add(name + ".txt");
            tests.add(DynamicTest.dynamicTest(name, () -> {
                String html = page.html(Depth.PAGE, "", "");
                Files.writeString(WRITTEN.resolve(name + ".html"), html);
                String text = text(html);
                Files.writeString(WRITTEN.resolve(name + ".txt"), text);
                assertEquals(Files.exists(APPROVED.resolve(name + ".txt")) ? Files.readString(APPROVED.resolve(name + ".txt")) : "", text);
            }));
        });
        tests.add(DynamicTest.dynamicTest("没有多余的", () -> {
            try (Stream<Path> files = Files.list(APPROVED)) {
                assertEquals(names, files.map(file -> file.getFileName().toString()).collect(Collectors.toCollection(TreeSet::new)));
            }
        }));
        return tests.build();
    }

    private static String text(String html) throws Exception {
        StringBuilder text = new StringBuilder();
        collect(DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(html.replace("<!DOCTYPE html>", ""))))
                .getDocumentElement(), text);
        // what is new each time: moments of this run, ids of units, digests of rules that other tests hold
        return text.toString().replaceAll("sha256:[0-9a-f]{64}", "sha256:…").replaceAll("\\b\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}\\.\\d{3}\\+08:00", "〔时刻〕")
                .replaceAll("(?!" + Explained.ID + ")\\b[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "〔编号〕").replaceAll("[ \\u00A0]+\\n", "\n").replaceAll("\\n{2,}", "\n").strip() + "\n";
    }

    private static void collect(Node node, StringBuilder into) {
        if (node.getNodeType() == Node.TEXT_NODE) {
            into.append(node.getNodeValue());
        }
        if (node instanceof Element element && Set.of("head", "style").contains(element.getTagName())) {
            return;
        }
        boolean picture = node instanceof Element element && element.getTagName().equals("svg");
        if (picture) {
            into.append("〔图：").append(((Element) node).getElementsByTagName("title").item(0).getTextContent()).append("〕");
            return;
        }
        for (Node child = node.getFirstChild(); child != null; child = child.getNextSibling()) {
            collect(child, into);
        }
        if (node instanceof Element element) {
            into.append(BLOCKS.contains(element.getTagName()) ? "\n" : Set.of("td", "th").contains(element.getTagName()) ? " | " : "");
        }
    }
}
