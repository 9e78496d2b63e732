package org.zhunsheng.pages;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import org.zhunsheng.wire.Language;

/** Writes XHTML element by element: everything it is given is text and comes out as text, and what is opened is closed. */
public final class Html {

    private static final String STYLE = resource("page.css");

    private final StringBuilder page = new StringBuilder(32_768);
    private final Deque<String> open = new ArrayDeque<>();

    /**
     * Up to the body, with nothing to load.
     *
     * @param style rules beside those of every page, or nothing
     */
    public static Html page(Language language, String title, String style) {
        Html html = new Html();
        html.ours("<!DOCTYPE html>\n").open("html", "xmlns", "http://www.w3.org/1999/xhtml", "lang", language.tag());
        return html.open("head").empty("meta", "charset", "utf-8").of("title", title).open("style").ours(STYLE + style).close().close();
    }

    /** @param attributes names and values by turns; one whose value is null is left out */
    public Html open(String element, String... attributes) {
        start(element, attributes).append('>');
        open.push(element);
        return this;
    }

    public Html empty(String element, String... attributes) {
        start(element, attributes).append("/>");
        return this;
    }

    private StringBuilder start(String element, String... attributes) {
        page.append('<').append(element);
        for (int i = 0; i < attributes.length; i += 2) {
            if (attributes[i + 1] != null) {
                page.append(' ').append(attributes[i]).append("=\"");
                escape(attributes[i + 1]);
                page.append('"');
            }
        }
        return page;
    }

    public Html text(String text) {
        escape(text);
        return this;
    }

    public Html close() {
        page.append("</").append(open.pop()).append('>');
        return this;
    }

    /** An element with nothing but text in it. */
    public Html of(String element, String text) {
        return open(element).text(text).close();
    }

    /**
     * Text beside marked text on one line. On paper an element's own text is set before that of the elements in it, and would be copied in
     * that order; in an element of its own it keeps its place.
     */
    public Html beside(String text) {
        return text.isEmpty() ? this : of("span", text);
    }

    public Html of(String element, String kind, String text) {
        return open(element, "class", kind).text(text).close();
    }

    /** A table up to its first row, to be closed twice. */
    public Html table(String kind, String... titles) {
        open("table", "class", kind).open("thead").open("tr");
        for (String title : titles) {
            open("th", "scope", "col").text(title).close();
        }
        return close().close().open("tbody");
    }

    public Html row(String... cells) {
        return open("tr").cells(cells).close();
    }

    public Html cells(String... cells) {
        for (String cell : cells) {
            of("td", cell);
        }
        return this;
    }

    /** What stands before the first element, style sheets and pictures of our own: not escaped, so that what is anybody else's in it must be. */
    public Html ours(String markup) {
        page.append(markup);
        return this;
    }

    /** The two characters that XML knows no way to write, and halves of others, are shown as replaced. */
    private void escape(String text) {
        text.codePoints().forEach(point -> {
            switch (point) {
                case '&' -> page.append("&amp;");
                case '<' -> page.append("&lt;");
                case '>' -> page.append("&gt;");
                case '"' -> page.append("&quot;");
                case '\'' -> page.append("&#39;");
                default -> page.appendCodePoint(point < 0x20 && point != '\n' && point != '\t' || point >= 0xD800 && point < 0xE000
                        || (point & 0xFFFE) == 0xFFFE ? 0xFFFD : point);
            }
        });
    }

    static String resource(String name) {
        try (InputStream in = Html.class.getResourceAsStream("/pages/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        if (!open.isEmpty()) {
            throw new IllegalStateException("not closed: " + open);
        }
        return page.toString();
    }
}
