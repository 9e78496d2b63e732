package org.zhunsheng.explanation;

import java.math.BigDecimal;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.zhunsheng.explanation.Explanation.Check;
import org.zhunsheng.explanation.Explanation.Distance;
import org.zhunsheng.explanation.Explanation.Ladder;
import org.zhunsheng.explanation.Explanation.Rung;
import org.zhunsheng.explanation.Explanation.Timeline;
import org.zhunsheng.pages.Html;
import org.zhunsheng.pages.Wording;

/**
 * What one would rather look at: shapes without letters, so that all text of a page is text of the page. Whoever cannot see them has
 * their title. What is met is filled, what is not is hollow, so that a grey printout tells them apart.
 */
record Pictures(Html html, Wording wording) {

    private static final String MET = "#1f4e79";
    private static final String UNMET = "#a85a00";
    private static final String GRID = "#8c8c8c";
    private static final int WIDTH = 180;

    /** A bar as long as the value, and a stroke at each threshold. */
    void bar(Check check) {
        Distance distance = check.distance();
        if (distance == null || distance.value() == null) {
            return;
        }
        List<BigDecimal> ends = Stream.of(distance.from(), distance.to()).filter(end -> end != null).distinct().toList();
        BigDecimal most = Stream.concat(ends.stream(), Stream.of(distance.value())).map(BigDecimal::abs).max(BigDecimal::compareTo).orElseThrow();
        boolean met = check.verdict().code().equals("MET");
        open(WIDTH, 14, wording.say("%s：实际 %s，要求 %s", "%s: actual %s, required %s").formatted(check.label(), check.value(), check.required()));
        rect(0, 3, length(distance.value(), most), 8, met);
        ends.forEach(end -> line(length(end, most), 0, length(end, most), 14, "#000000", 2));
        html.close();
    }

    /** The longest of them leaves a little room, so that an end can be told from the edge. */
    private static double length(BigDecimal value, BigDecimal most) {
        return most.signum() == 0 ? 1 : Math.max(1, value.doubleValue() / most.doubleValue() * (WIDTH - 10));
    }

    /** One step a row, the best on top; the filled one is where the applicant stands. */
    void ladder(Ladder ladder) {
        int rows = ladder.rungs().size();
        Rung here = ladder.rungs().stream().filter(Rung::place).findFirst().orElse(null);
        open(WIDTH, rows * 16 + 2, here == null ? wording.say("没有落在任何一档", "on none of the rows")
                : wording.say("落在 %s（%s）", "on row %s (%s)").formatted(here.row(), here.clause()));
        for (int i = 0; i < rows; i++) {
            double width = WIDTH * (1 - 0.6 * i / Math.max(1, rows));
            boolean place = ladder.rungs().get(i).place();
            rect(1, i * 16 + 2, width - 12, 12, place);
            if (place) {
                html.empty("circle", "cx", number(width - 5), "cy", number(i * 16 + 8), "r", "4", "fill", "#000000");
            }
        }
        html.close();
    }

    /** The days on which the award bars another, and the day that was asked about. */
    void timeline(Timeline timeline) {
        long span = Math.max(1, ChronoUnit.DAYS.between(timeline.from(), timeline.to()));
        long day = ChronoUnit.DAYS.between(timeline.from(), timeline.day());
        double from = Math.min(0, day) - span * 0.05;
        double scale = 400 / (Math.max(span, day) + span * 0.05 - from);
        open(400, 26, wording.say("不再支持的期间 %s 至 %s，评定日 %s", "barred from %s to %s, asked for %s")
                .formatted(timeline.from(), timeline.to(), timeline.day()));
        line(0, 13, 400, 13, GRID, 1);
        rect((0 - from) * scale, 8, span * scale, 10, !timeline.barred());
        html.empty("circle", "cx", number((0 - from) * scale), "cy", "13", "r", "5", "fill", "#000000");
        line((day - from) * scale, 0, (day - from) * scale, 26, "#000000", 2);
        html.close();
    }

    private void open(int width, int height, String title) {
        html.open("svg", "xmlns", "http://www.w3.org/2000/svg", "width", String.valueOf(width), "height", String.valueOf(height), "viewBox",
                "0 0 " + width + " " + height, "role", "img", "aria-label", title).of("title", title);
    }

    private void rect(double x, double y, double width, double height, boolean filled) {
        html.empty("rect", "x", number(x), "y", number(y), "width", number(Math.max(1, width)), "height", number(height), "fill", filled ? MET : "#fff2dc",
                "stroke", filled ? MET : UNMET, "stroke-width", "1");
    }

    private void line(double x1, double y1, double x2, double y2, String colour, int width) {
        html.empty("line", "x1", number(x1), "y1", number(y1), "x2", number(x2), "y2", number(y2), "stroke", colour, "stroke-width",
                String.valueOf(width));
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
