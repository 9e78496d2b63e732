package org.zhunsheng.explanation;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import org.zhunsheng.explanation.Explanation.Amount;
import org.zhunsheng.explanation.Explanation.Answer;
import org.zhunsheng.explanation.Explanation.Better;
import org.zhunsheng.explanation.Explanation.Check;
import org.zhunsheng.explanation.Explanation.Depth;
import org.zhunsheng.explanation.Explanation.Distance;
import org.zhunsheng.explanation.Explanation.Ladder;
import org.zhunsheng.explanation.Explanation.Line;
import org.zhunsheng.explanation.Explanation.Mark;
import org.zhunsheng.explanation.Explanation.Told;
import org.zhunsheng.wire.CanonicalJson;

/** Writes an explanation as JSON, names in their order; what there is nothing of is left out. */
final class ExplanationJson {

    private static final int USUAL = 1 << 15;

    private final CanonicalJson json = new CanonicalJson(USUAL);
    private final Explanation explanation;
    private final Depth depth;

    private ExplanationJson(Explanation explanation, Depth depth) {
        this.explanation = explanation;
        this.depth = depth;
    }

    static byte[] write(Explanation explanation, Depth depth) {
        return new ExplanationJson(explanation, depth).whole();
    }

    private byte[] whole() {
        Explanation.Identity identity = explanation.identity();
        json.object();
        list("answers", explanation.answers(), this::answer);
        json.name("asOf").value(identity.asOf());
        if (depth != Depth.SENTENCE) {
            json.name("calendar").value(identity.calendar()).name("caller").value(identity.caller());
        }
        json.name("coreDigest").value(identity.coreDigest()).name("depth").value(depth.name());
        if (depth != Depth.SENTENCE) {
            Explanation.Document document = explanation.document();
            json.name("document").object();
            text("issuer", document.issuer());
            json.name("number").value(document.number()).name("policy").value(document.policy()).name("title").value(document.title()).end();
        }
        json.name("id").value(identity.id()).name("language").value(explanation.language().tag());
        if (depth != Depth.SENTENCE) {
            list("readings", explanation.readings(), reading -> json.object().name("chosen").value(reading.chosen()).name("id").value(reading.id())
                    .name("option").value(reading.option()).name("question").value(reading.question()).name("text").value(reading.text()).end());
            json.name("ruleBase").value(identity.ruleBase());
            list("searched", explanation.searched(), search -> json.object().name("found").value(search.found()).name("name").value(search.name())
                    .name("reach").value(search.reach()).name("where").value(search.where().name()).end());
        }
        return json.name("time").value(identity.time()).end().bytes();
    }

    private void answer(Answer answer) {
        json.object();
        if (depth == Depth.SENTENCE) {
            term("outcome", answer.outcome());
            json.name("sentence").value(answer.sentence()).end();
            return;
        }
        if (answer.amount() != null) {
            amount(answer.amount());
        }
        if (depth == Depth.TREE) {
            list("articles", answer.articles(), this::branch);
        } else {
            list("clauses", answer.leaves(), this::line);
        }
        texts("decidedBy", answer.decidedBy());
        term("direction", answer.direction());
        list("ladders", answer.ladders(), this::ladder);
        list("nearest", answer.nearest(), this::better);
        told("notes", answer.notes());
        list("open", answer.open(), open -> {
            json.object();
            texts("clauses", open.clauses());
            json.name("ifFavourable").value(open.ifFavourable()).name("ifUnfavourable").value(open.ifUnfavourable()).name("judgement")
                    .value(open.judgement());
            term("what", open.what());
            json.end();
        });
        term("outcome", answer.outcome());
        term("question", answer.question());
        json.name("sentence").value(answer.sentence());
        term("step", answer.step());
        list("timelines", answer.timelines(), timeline -> {
            json.object();
            text("award", timeline.award());
            json.name("barred").value(timeline.barred()).name("clause").value(timeline.clause()).name("day").value(timeline.day().toString());
            text("free", timeline.free() == null ? null : timeline.free().toString());
            json.name("from").value(timeline.from().toString()).name("to").value(timeline.to().toString()).end();
        });
        told("values", answer.told());
        json.end();
    }

    private void amount(Amount amount) {
        json.name("amount").object();
        texts("arithmetic", amount.arithmetic());
        number("fromYuan", amount.fromYuan());
        term("kind", amount.kind());
        number("mostYuan", amount.mostYuan());
        term("payment", amount.payment());
        text("tier", amount.tier());
        number("toYuan", amount.toYuan());
        json.end();
    }

    private void better(Better better) {
        json.object();
        list("bars", better.bars(), bar -> {
            json.object().name("clause").value(bar.clause());
            list("reasons", bar.reasons(), reason -> json.object().name("code").value(reason.code()).name("text").value(reason.text()).end());
            json.name("title").value(bar.title()).end();
        });
        list("changes", better.changes(), change -> {
            json.object();
            text("by", change.by());
            json.name("fact").value(change.fact()).name("from").value(change.from()).name("label").value(change.label()).name("to").value(change.to()).end();
        });
        term("goal", better.goal());
        number("mostYuan", better.mostYuan());
        term("outcome", better.outcome());
        json.name("sentence").value(better.sentence());
        text("tier", better.tier());
        json.end();
    }

    private void branch(Branch branch) {
        json.object().name("clause").value(branch.clause());
        if (branch.line() != null) {
            json.name("found");
            line(branch.line());
        }
        list("parts", branch.parts(), this::branch);
        json.name("title").value(branch.title()).end();
    }

    private void line(Line line) {
        json.object();
        text("cell", line.cell());
        list("checks", line.checks(), this::check);
        json.name("clause").value(line.clause()).name("decisive").value(line.decisive());
        marks(line.marks());
        text("official", line.official());
        text("place", line.place());
        texts("readings", line.readings());
        text("remedy", line.remedy());
        text("rule", line.rule());
        json.name("title").value(line.title());
        told("values", line.values());
        term("verdict", line.verdict());
        json.end();
    }

    private void check(Check check) {
        json.object();
        if (check.distance() != null) {
            Distance distance = check.distance();
            json.name("distance").object().name("by").value(distance.by()).name("text").value(distance.text());
            text("unit", distance.unit().isEmpty() ? null : distance.unit());
            json.end();
        }
        json.name("fact").value(check.fact()).name("label").value(check.label());
        marks(check.marks());
        text("place", check.place());
        json.name("required").value(check.required()).name("source").object().name("kind").value(check.source().kind().name()).name("text")
                .value(check.source().text()).end();
        term("test", check.test());
        json.name("value").value(check.value());
        term("verdict", check.verdict());
        json.end();
    }

    private void ladder(Ladder ladder) {
        json.object();
        list("rows", ladder.rungs(), rung -> {
            json.object();
            list("cells", rung.steps(), step -> {
                json.object();
                if (step.check() != null) {
                    json.name("check");
                    check(step.check());
                }
                json.name("heading").value(step.heading()).name("place").value(step.place()).name("shown").value(step.shown()).end();
            });
            json.name("clause").value(rung.clause()).name("here").value(rung.place()).name("place").value(rung.at()).name("row").value(rung.row());
            text("title", rung.title());
            term("verdict", rung.verdict());
            told("yields", rung.yields());
            json.end();
        });
        json.name("table").value(ladder.table()).name("title").value(ladder.title()).end();
    }

    private void marks(Collection<Mark> marks) {
        list("marks", marks, mark -> json.value(mark.name()));
    }

    private void told(String name, List<Told> told) {
        list(name, told, each -> json.object().name("name").value(each.name()).name("text").value(each.text()).end());
    }

    private void term(String name, Explanation.Term term) {
        if (term != null) {
            json.name(name).object().name("code").value(term.code()).name("text").value(term.text()).end();
        }
    }

    private void texts(String name, Collection<String> texts) {
        list(name, texts, json::value);
    }

    private <T> void list(String name, Collection<T> elements, Consumer<T> write) {
        if (!elements.isEmpty()) {
            json.name(name).array();
            elements.forEach(write);
            json.end();
        }
    }

    private void text(String name, String text) {
        if (text != null && !text.isEmpty()) {
            json.name(name).value(text);
        }
    }

    private void number(String name, BigDecimal number) {
        if (number != null) {
            json.name(name).value(number);
        }
    }
}
