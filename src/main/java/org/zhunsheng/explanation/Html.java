package org.zhunsheng.explanation;

import java.util.ArrayDeque;
import java.util.Deque;

/** Writes XHTML element by element: everything it is given is text and comes out as text, and what is opened is closed. */
final class Html {

    private final StringBuilder page = new StringBuilder(32_768);
    private final Deque<String> open = new ArrayDeque<>();

    /** @param attributes names and values by turns; one whose value is null is left out */
    Html open(String element, String... attributes) {
        start(element, attributes).append('>');
        open.push(element);
        return this;
    }

    Html empty(String element, String... attributes) {
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

    Html text(String text) {
        escape(text);
        return this;
    }

    Html close() {
        page.append("</").append(open.pop()).append('>');
        return this;
    }

    /** An element with nothing but text in it. */
    Html of(String element, String text) {
        return open(element).text(text).close();
    }

    /**
     * Text beside marked text on one line. On paper an element's own text is set before that of the elements in it, and would be copied in
     * that order; in an element of its own it keeps its place.
     */
    Html beside(String text) {
        return text.isEmpty() ? this : of("span", text);
    }

    Html of(String element, String kind, String text) {
        return open(element, "class", kind).text(text).close();
    }

    /** What stands before the first element, and style sheets of our own: not escaped, and never anybody else's text. */
    Html ours(String markup) {
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

    @Override
    public String toString() {
        if (!open.isEmpty()) {
            throw new IllegalStateException("not closed: " + open);
        }
        return page.toString();
    }
}
