package org.zhunsheng.affected;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.zhunsheng.affected.Sums.By;
import org.zhunsheng.affected.Sums.Group;
import org.zhunsheng.pages.Wording;
import org.zhunsheng.wire.Language;

/** Draws how many conclusions flip, a bar for each clause, direction, district and change of outcome; beside it what that comes to in money. */
record ResultChart(Language language) {

    private static final int WIDTH = 760;
    private static final int LEFT = 20;
    private static final int BAR = 300;
    private static final int LONGEST = 260;
    private static final int LINE = 20;
    private static final int SHOWN = 12;

    byte[] of(Result result) {
        Naming naming = new Naming(new Wording(language));
        List<Part> parts = Arrays.stream(By.values()).map(by -> new Part(naming.title(by), result.groups().get(by).stream().limit(SHOWN)
                .map(group -> new Group(naming.name(by, group.name()), group.count(), group.difference())).toList())).toList();
        int height = 60 + parts.stream().mapToInt(Part::height).sum();
        StringBuilder svg = new StringBuilder("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" viewBox=\"0 0 %d %d\" font-family=\"sans-serif\" font-size=\"12\">"
                .formatted(WIDTH, height, WIDTH, height));
        String title = language.choose("%s.%s 第 %d 版影响到谁", "Whom edition %3$d of %1$s.%2$s affects")
                .formatted(result.run().order().policy(), result.run().order().workbook(), result.run().order().edition());
        element(svg, "title", "", title);
        text(svg, LEFT, 20, title);
        text(svg, LEFT, 40, language.choose("试算 %d 个决定，%d 个有变；最高金额合计变化 %s 元", "%d decisions made again, %d differ; %s yuan in all")
                .formatted(result.run().decisions(), result.total().decisions(), Naming.signed(result.total().difference())));
        int top = 60;
        for (Part part : parts) {
            draw(svg, part, top);
            top += part.height();
        }
        return svg.append("</svg>").toString().getBytes(StandardCharsets.UTF_8);
    }

    private record Part(String title, List<Group> groups) {

        int height() {
            return (groups.size() + 2) * LINE;
        }
    }

    private static void draw(StringBuilder svg, Part part, int top) {
        text(svg, LEFT, top + 14, part.title);
        long most = part.groups.stream().mapToLong(Group::count).max().orElse(1);
        for (int i = 0; i < part.groups.size(); i++) {
            Group group = part.groups.get(i);
            int line = top + (i + 1) * LINE;
            double length = Math.max(1, (double) LONGEST * group.count() / most);
            text(svg, LEFT + 12, line + 14, group.name());
            svg.append(String.format(Locale.ROOT, "<rect x=\"%d\" y=\"%d\" width=\"%.1f\" height=\"14\" fill=\"%s\" stroke=\"%s\"/>", BAR, line + 3, length,
                    group.difference().signum() < 0 ? "#fff2dc" : "#1f4e79", group.difference().signum() < 0 ? "#a85a00" : "#1f4e79"));
            text(svg, BAR + (int) length + 8, line + 14, group.count() + (group.difference().signum() == 0 ? "" : "  " + Naming.signed(group.difference())));
        }
    }

    private static void text(StringBuilder svg, int x, int y, String text) {
        element(svg, "text", " x=\"" + x + "\" y=\"" + y + "\"", text);
    }

    private static void element(StringBuilder svg, String name, String attributes, String text) {
        svg.append('<').append(name).append(attributes).append('>').append(text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"))
                .append("</").append(name).append('>');
    }
}
