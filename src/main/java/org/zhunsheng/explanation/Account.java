package org.zhunsheng.explanation;

import java.util.List;
import org.zhunsheng.explanation.Explanation.Depth;
import org.zhunsheng.explanation.Explanation.Identity;
import org.zhunsheng.explanation.Explanation.Term;
import org.zhunsheng.explanation.Explanation.Timeline;
import org.zhunsheng.wire.Language;

/**
 * What answers of many parts rest on, a match or a duplication check: a sentence, and tables that say the rest. Drawn from the record and
 * the ledgers it names, as an explanation is; nothing is decided here.
 *
 * @param what     is explained, for the heading
 * @param outcome  null where there is no single one
 */
record Account(Language language, Identity identity, String title, String what, Term outcome, String sentence, List<Section> sections) implements Page {

    /**
     * A table with a heading, and the windows that belong to it.
     *
     * @param from the depth from which on it is told
     */
    record Section(String key, String heading, Depth from, List<Column> columns, List<List<Object>> rows, List<Timeline> timelines) {
    }

    /** A column under a name for programs and one for readers. */
    record Column(String key, String title) {
    }

    /** Those that are told at this depth, and have anything to say. */
    List<Section> sections(Depth depth) {
        return sections.stream().filter(section -> section.from.ordinal() <= depth.ordinal() && !section.rows.isEmpty()).toList();
    }

    @Override
    public byte[] json(Depth depth) {
        return AccountPage.json(this, depth);
    }

    @Override
    public String html(Depth depth, String style, String end) {
        return AccountPage.html(this, depth, style, end);
    }

    @Override
    public byte[] workbook() {
        return ExplanationWorkbook.write(this);
    }
}
