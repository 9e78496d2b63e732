package org.zhunsheng.explanation;

import org.zhunsheng.explanation.Explanation.Depth;
import org.zhunsheng.explanation.Explanation.Identity;
import org.zhunsheng.wire.Language;

/** What is told of a recorded answer, whatever it answers, in the forms it comes in. */
interface Page {

    Language language();

    Identity identity();

    byte[] json(Depth depth);

    /**
     * @param style rules for paper, or nothing
     * @param end   what stands at the end of it, or nothing
     */
    String html(Depth depth, String style, String end);

    byte[] workbook();
}
