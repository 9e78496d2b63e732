package org.zhunsheng.explanation;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.zhunsheng.explanation.Explanation.Amount;
import org.zhunsheng.explanation.Explanation.Check;
import org.zhunsheng.explanation.Explanation.Line;
import org.zhunsheng.explanation.Explanation.Open;
import org.zhunsheng.explanation.Explanation.Term;
import org.zhunsheng.pages.Wording;
import org.zhunsheng.policy.Policy;

/** A decision in one sentence: the document, the day, what came out, and the one thing it hung on. */
record Sentences(Wording wording) {

    String of(JsonNode core, JsonNode decision, Policy policy, Term outcome, Amount amount, List<Line> lines, List<Open> open) {
        String asked = Stream.of(decision.path("direction").asText(""), decision.path("step").asText("")).filter(part -> !part.isEmpty())
                .map(part -> policy.direction(part).map(direction -> wording.say(direction.zh(), direction.en())).orElse(part)).findFirst()
                .orElse(wording.name(decision.path("question").asText()));
        String lead = wording.say("截至 %s，依据%s，%s：%s", "As of %s under %s, %s: %s").formatted(core.path("asOf").asText(), policy.number(), asked,
                outcome.text());
        return lead + sum(amount) + because(outcome.code(), lines, open) + free(decision.path("values").path("firstFreeDay").asText("")) + wording.say("。", ".");
    }

    private String sum(Amount amount) {
        if (amount == null || amount.mostYuan() == null || amount.mostYuan().signum() == 0) {
            return amount == null || amount.toYuan() == null ? "" : wording.say("，金额在 %s 至 %s 之间", ", between %s and %s").formatted(
                    wording.yuan(amount.fromYuan()), wording.yuan(amount.toYuan()));
        }
        return (amount.kind() != null && amount.kind().code().equals("EXACT") ? wording.say("，金额 ", ", ") : wording.say("，最高 ", ", at most "))
                + wording.yuan(amount.mostYuan()) + (amount.tier() == null ? "" : wording.say("（第 %s 项）", " (item %s)").formatted(amount.tier()));
    }

    private String free(String day) {
        return day.isEmpty() ? "" : wording.say("，%s起不再受限", ", free from %s").formatted(day);
    }

    private String because(String outcome, List<Line> lines, List<Open> open) {
        return switch (outcome) {
            case "INELIGIBLE", "OUT_OF_SCOPE" -> lines.stream().filter(line -> line.decisive() && line.leaf() && line.verdict().code().equals("NOT_MET"))
                    .map(this::unmet).collect(Collectors.collectingAndThen(Collectors.joining(wording.say("；", "; ")),
                            all -> all.isEmpty() ? "" : wording.say("，因为", ", because ") + all));
            case "IN_SCOPE", "IN_SCOPE_BY_REFERENCE" -> held(lines);
            case "INSUFFICIENT_FACTS", "NEEDS_JUDGEMENT" -> open.isEmpty() ? "" : wording.say("，尚缺：", "; still needed: ")
                    + open.stream().map(each -> each.what().text()).distinct().collect(Collectors.joining(wording.comma()));
            default -> "";
        };
    }

    /** The matters, below what decided, that are the case. */
    private String held(List<Line> lines) {
        List<String> decided = lines.stream().filter(Line::decisive).map(Line::clause).toList();
        return lines.stream().filter(line -> line.leaf() && line.verdict().code().equals("MET") && decided.stream().anyMatch(whole -> line.clause().startsWith(whole + ".")))
                .limit(2).map(line -> wording.say("%s「%s」", "%s (“%s”)").formatted(line.clause(), line.title())).collect(Collectors.collectingAndThen(
                        Collectors.joining(wording.comma()), all -> all.isEmpty() ? "" : wording.say("，依据 ", ", by ") + all));
    }

    /** With the distance where one fact alone was asked and missed; several need the page. */
    private String unmet(Line line) {
        List<Check> missed = line.checks().stream().filter(check -> check.distance() != null && check.verdict().code().equals("NOT_MET")).toList();
        String distance = missed.size() == 1 ? wording.say("（%s %s，%s，%s）", " (%s %s, %s, %s)").formatted(missed.get(0).label(), missed.get(0).value(),
                missed.get(0).required(), missed.get(0).distance().text()) : "";
        return wording.say("不满足 %s「%s」", "%s is not met (“%s”)").formatted(line.clause(), line.title()) + distance;
    }
}
