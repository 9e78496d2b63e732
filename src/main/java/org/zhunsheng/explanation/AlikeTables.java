package org.zhunsheng.explanation;

import static org.zhunsheng.explanation.Accountant.columns;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.zhunsheng.explanation.Account.Section;
import org.zhunsheng.explanation.Explanation.Depth;
import org.zhunsheng.pages.Wording;

/**
 * The awards that read like the project of a check, and the phrases that both share.
 *
 * @param similar as it stands in the core; missing where nothing was compared
 */
record AlikeTables(JsonNode similar, Wording wording) {

    List<Section> sections() {
        return List.of(suspects(), phrases());
    }

    static String unit(String code, Wording wording) {
        return switch (code) {
            case "SAME" -> wording.say("同一单位", "the same unit");
            case "UNCERTAIN" -> wording.say("是否同一单位待认定", "whether the same unit is open");
            default -> wording.say("其他单位", "another unit");
        };
    }

    private Section suspects() {
        List<List<Object>> rows = new ArrayList<>();
        for (JsonNode suspect : similar.path("suspects")) {
            List<String> touched = new ArrayList<>();
            suspect.get("clauses").forEach(clause -> touched.add(clause.get("clause").asText() + wording.say("（", " (") + wording.name(clause.get("level").asText())
                    + wording.say("）", ")")));
            rows.add(List.of(suspect.get("award").asText(), suspect.get("title").asText(), unit(suspect.get("unit").asText(), wording), suspect.path("unitCode").asText(""),
                    suspect.get("score").asText(), String.join(wording.comma(), touched), suspect.get("point").asText()));
        }
        return new Section("suspects", wording.say("内容相似的支持，是否同一内容须由人认定", "Awards that read alike; whether they are the same is for a person"), Depth.PAGE,
                columns("award", wording.say("支持", "Award"), "title", wording.say("题目", "Title"), "unit", wording.say("单位", "Unit"), "unitCode",
                        wording.say("统一社会信用代码", "Credit code"), "score", wording.say("相似程度", "Score"), "clauses", wording.say("若同一内容会触及", "If the same, touches"),
                        "point", wording.say("判断点", "Point")), rows, List.of());
    }

    private Section phrases() {
        List<List<Object>> rows = new ArrayList<>();
        similar.path("suspects").forEach(suspect -> suspect.get("overlaps").forEach(overlap -> rows.add(List.of(suspect.get("award").asText(),
                overlap.get("project").get("text").asText(), place(overlap.get("project")), overlap.get("award").get("text").asText(), place(overlap.get("award"))))));
        return new Section("phrases", wording.say("相同的词句，两边并列", "Shared phrases side by side"), Depth.PAGE, columns("award", wording.say("支持", "Award"), "ours", wording.say("本项目", "This project"),
                "oursAt", wording.say("位置", "At"), "theirs", wording.say("那项支持", "That award"), "theirsAt", wording.say("位置", "At")), rows, List.of());
    }

    /** Counted from one, both ends included, as people count. */
    private String place(JsonNode place) {
        String field = place.get("field").asText().equals("title") ? wording.say("题目", "title") : wording.say("摘要", "abstract");
        return wording.say("%s第 %d–%d 字", "%s, characters %d–%d").formatted(field, place.get("start").asInt() + 1, place.get("end").asInt());
    }
}
