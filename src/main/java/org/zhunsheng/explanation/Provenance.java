package org.zhunsheng.explanation;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.StringTokenizer;
import java.util.function.Function;
import org.zhunsheng.explanation.Explanation.Search;
import org.zhunsheng.explanation.Explanation.Source;
import org.zhunsheng.explanation.Explanation.Source.Kind;
import org.zhunsheng.pages.Wording;
import org.zhunsheng.policy.Policy;

/** Where each fact of a core came from, and where was looked for facts. */
final class Provenance {

    private static final String JUDGED = "judgements.";
    private static final String AWARDS = "awardsHistory";

    private final JsonNode core;
    private final Function<String, Policy.Text> registers;
    private final Wording wording;

    /** @param registers what a register is called; null where it is no longer known */
    Provenance(JsonNode core, Function<String, Policy.Text> registers, Wording wording) {
        this.core = core;
        this.registers = registers;
        this.wording = wording;
    }

    Source of(JsonNode evidence) {
        String fact = evidence.path("fact").asText();
        if (fact.startsWith(JUDGED)) {
            return judgement(core.path("request").path("judgements").path(fact.substring(JUDGED.length())));
        }
        if (evidence.path("missing").asBoolean()) {
            return new Source(Kind.NOT_SUPPLIED, wording.name("NOT_SUPPLIED"));
        }
        for (JsonNode told : core.path("sources").path("facts")) {
            if (told.path("fact").asText().equals(fact) && told.has("value")) {
                return new Source(Kind.REGISTER, registers(told));
            }
        }
        JsonNode guide = core.path("guide");
        if (guide.path("supplied").has(fact)) {
            return new Source(Kind.GUIDE, wording.say(guide.path("year").asText() + " 年度通知", "annual guide of " + guide.path("year").asText()));
        }
        return fact.equals(AWARDS) || fact.startsWith(AWARDS + "[") ? awards() : stated(fact);
    }

    private Source judgement(JsonNode judgement) {
        if (judgement.isMissingNode()) {
            return new Source(Kind.NOT_SUPPLIED, wording.say("尚无判断", "not judged yet"));
        }
        return new Source(Kind.JUDGEMENT, wording.say("%s于 %s 判断：%s", "judged by %s on %s: %s").formatted(judgement.path("by").asText(),
                judgement.path("on").asText(), judgement.path("reason").asText()));
    }

    private Source stated(String fact) {
        if (core.path("request").has(fact)) {
            return new Source(Kind.REQUEST, wording.name("REQUEST"));
        }
        JsonNode at = core.path("request").path("facts");
        for (StringTokenizer names = new StringTokenizer(fact, ".[]"); names.hasMoreTokens();) {
            at = at.path(names.nextToken());
        }
        return at.isMissingNode() ? new Source(Kind.DERIVED, wording.name("DERIVED")) : new Source(Kind.REQUEST, wording.name("REQUEST"));
    }

    /** The ledger's awards stand behind those of the request; which of them a fact is of, the record does not say where there are both. */
    private Source awards() {
        boolean stated = core.path("request").path("facts").has(AWARDS);
        boolean remembered = !core.path("history").isMissingNode();
        return stated && remembered ? new Source(Kind.LEDGER, wording.say("申报事实和支持台账", "stated in the request, and the award ledger"))
                : remembered ? new Source(Kind.LEDGER, wording.name("LEDGER")) : new Source(Kind.REQUEST, wording.name("REQUEST"));
    }

    private String registers(JsonNode told) {
        List<String> names = new ArrayList<>();
        told.path("registers").forEach(register -> names.add(name(register.path("register").asText())));
        return String.join(wording.comma(), names);
    }

    private String name(String register) {
        Policy.Text known = registers.apply(register);
        return known == null ? register : wording.say(known.zh(), known.en());
    }

    /** Everything that was looked through, the empty-handed searches too. */
    List<Search> searches() {
        List<Search> searches = new ArrayList<>();
        if (core.has("history")) {
            searches.add(ledger(core.path("history")));
        }
        for (JsonNode told : core.path("sources").path("facts")) {
            told.path("registers").forEach(register -> searches.add(register(told, register)));
        }
        JsonNode guide = core.path("guide");
        if (!guide.isMissingNode()) {
            searches.add(new Search(Kind.GUIDE, wording.say("%s 年度通知", "annual guide of %s").formatted(guide.path("year").asText()), "",
                    guide.path("held").asBoolean() ? wording.say("已收录：", "held: ") + guide.path("digest").asText() : wording.say("未收录", "not held")));
        }
        return searches;
    }

    private Search ledger(JsonNode history) {
        List<String> found = new ArrayList<>();
        history.path("awards").forEach(award -> found.add(award.path("award").asText() + wording.say("（第 %s 版）", " (version %s)")
                .formatted(award.path("version").asText())));
        List<String> units = Answers.texts(history.path("units"));
        List<String> unsure = Answers.texts(history.path("unitsInQuestion"));
        String reach = wording.say("共 %s 条，%s截至 %s", "%s entries, %sas of %s").formatted(history.path("entries").asText(),
                units.isEmpty() ? "" : wording.say("按单位 %s 查，", "by unit %s, ").formatted(String.join(wording.comma(), units)),
                history.has("learnedAt") ? history.path("learnedAt").asText() : wording.say("尚无记录", "none yet"));
        return new Search(Kind.LEDGER, wording.name("LEDGER"), reach + (unsure.isEmpty() ? "" : wording.say("；是否同一单位待认定：", "; whether the same unit is open: ")
                + String.join(wording.comma(), unsure)), found.isEmpty() ? wording.say("没有查到", "nothing found") : String.join(wording.comma(), found));
    }

    private Search register(JsonNode told, JsonNode register) {
        String reach = register.has("fetchedAt") ? wording.say("取自 %s，距评定日 %s", "fetched at %s, %s old").formatted(
                register.path("fetchedAt").asText(), wording.days(register.path("ageDays").asLong())) : wording.say("没有导入过", "never imported");
        return new Search(Kind.REGISTER, name(register.path("register").asText()), reach, wording.name(register.path("state").asText()) + wording.say("（", " (")
                + told.path("fact").asText() + wording.say("）", ")"));
    }
}
