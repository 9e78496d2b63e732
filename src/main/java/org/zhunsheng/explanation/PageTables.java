package org.zhunsheng.explanation;

import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.zhunsheng.explanation.Explanation.Amount;
import org.zhunsheng.explanation.Explanation.Better;
import org.zhunsheng.explanation.Explanation.Check;
import org.zhunsheng.explanation.Explanation.Ladder;
import org.zhunsheng.explanation.Explanation.Line;
import org.zhunsheng.explanation.Explanation.Open;
import org.zhunsheng.explanation.Explanation.Reading;
import org.zhunsheng.explanation.Explanation.Rung;
import org.zhunsheng.explanation.Explanation.Search;
import org.zhunsheng.explanation.Explanation.Step;
import org.zhunsheng.explanation.Explanation.Term;
import org.zhunsheng.explanation.Explanation.Timeline;
import org.zhunsheng.explanation.Explanation.Told;
import org.zhunsheng.pages.Html;
import org.zhunsheng.pages.Wording;

/** The tables of a page; what there is nothing of has no heading either. */
record PageTables(Html html, Wording wording, Pictures pictures) {

    /** A word that would not fit on paper beside others. */
    private static final Pattern ENDLESS = Pattern.compile("[\\x21-\\x7E]{21}");
    /** Days, sums and codes of awards stay in one piece; where words did as well, tables would not fit on paper. */
    private static final Pattern UNBROKEN = Pattern.compile("(CNY )?[0-9A-Z][0-9A-Z.,-]{0,15}元?");

    void amount(Amount amount) {
        if (amount == null || amount.arithmetic().isEmpty()) {
            return;
        }
        html.of("h2", wording.say("金额怎样得出", "How the amount comes about"));
        amount.arithmetic().forEach(line -> html.of("p", "arithmetic", line));
        if (amount.payment() != null) {
            html.of("p", wording.say("支持方式：", "Payment: ") + amount.payment().text());
        }
    }

    /** One row a fact, the clause beside the first of them. */
    void clauses(List<Line> lines) {
        head("clauses", wording.say("条款", "Clause"), wording.say("事实与要求", "Fact and requirement"), wording.say("结论", "Verdict"));
        for (Line line : lines) {
            // a row of many facts may go on on the next sheet; others stay together
            html.open("tr", "class", (line.decisive() ? "decisive" : "plain") + (line.checks().size() > 6 ? " long" : "")).open("td").of("b", line.clause()).beside(" " + line.title());
            if (line.official() != null) {
                html.open("div", "class", "official", "lang", "zh-CN").text(wording.say("原文：", "Official wording: ") + line.official()).close();
            }
            if (line.place() != null) {
                html.of("div", "place", line.place() + (line.cell() == null ? "" : wording.say("（", " (") + line.cell() + wording.say("）", ")")));
            }
            if (!line.readings().isEmpty()) {
                html.of("div", "place", wording.say("口径 ", "readings ") + String.join(wording.comma(), line.readings()));
            }
            html.close().open("td");
            line.checks().forEach(this::check);
            if (line.remedy() != null) {
                html.of("div", "remedy", wording.say("可以做的：", "What can be done: ") + line.remedy());
            }
            html.close().open("td").of("span", line.verdict().code(), line.verdict().text());
            if (line.decisive()) {
                html.of("div", "mark", wording.say("决定结果", "decisive"));
            }
            line.marks().forEach(mark -> html.of("div", "mark", wording.name(mark.name())));
            html.close().close();
        }
        html.close().close();
    }

    private void check(Check check) {
        html.open("div", "class", "check").beside(check.label() + wording.colon()).of("b", check.value());
        html.beside(wording.say("；", "; ") + check.required());
        if (check.distance() != null) {
            html.beside(wording.say("；", "; ")).of("em", check.distance().text());
        }
        html.of("span", "source", wording.say("　来源：", " Source: ") + check.source().text());
        pictures.bar(check);
        html.close();
    }

    void open(List<Open> open) {
        if (open.isEmpty()) {
            return;
        }
        html.of("h2", wording.say("还需要什么", "What is still needed"));
        head("open", wording.say("事实或判断", "Fact or judgement"), wording.say("条款", "Clauses"), wording.say("如有利", "If favourable"),
                wording.say("如不利", "If not"));
        open.forEach(each -> row(each.what().text(), String.join(wording.comma(), each.clauses()), each.ifFavourable(), each.ifUnfavourable()));
        html.close().close();
    }

    void nearest(List<Better> nearest) {
        for (Better better : nearest) {
            html.of("h2", better.goal().text());
            html.of("p", better.sentence());
            if (!better.changes().isEmpty()) {
                head("nearest", wording.say("事实", "Fact"), wording.say("现在", "Now"), wording.say("改为", "To"), wording.say("相差", "Change"));
                better.changes().forEach(change -> row(change.label(), change.from(), change.to(), change.by()));
                html.close().close();
            }
            if (!better.bars().isEmpty()) {
                head("bars", wording.say("条款", "Clause"), wording.say("为何改变不了", "Why nothing changes it"));
                better.bars().forEach(bar -> row(bar.clause() + " " + bar.title(), String.join(wording.say("；", "; "), bar.reasons().stream().map(Term::text).toList())));
                html.close().close();
            }
        }
    }

    void ladders(List<Ladder> ladders) {
        for (Ladder ladder : ladders) {
            html.of("h2", wording.say("决策表：", "Decision table: ") + ladder.title());
            if (ladder.rungs().size() > 1) {
                html.open("div", "class", "picture");
                pictures.ladder(ladder);
                html.close();
            }
            head("rows", wording.say("行", "Row"), wording.say("单元格与事实", "Cells and facts"), wording.say("得到", "Yields"), wording.say("结论", "Verdict"));
            ladder.rungs().forEach(this::rung);
            html.close().close();
        }
    }

    private void rung(Rung rung) {
        html.open("tr", "class", rung.place() ? "here" : null).open("td").of("b", rung.row()).beside(" " + rung.clause());
        html.of("div", "place", rung.at()).close().open("td");
        for (Step step : rung.steps()) {
            html.open("div", "class", "check").beside(step.heading() + wording.colon()).of("b", step.shown());
            html.of("span", "place", wording.say("（", " (") + step.place() + wording.say("）", ")"));
            if (step.check() != null) {
                Check check = step.check();
                html.beside(wording.say("　实际 ", " actual ") + check.value() + (check.distance() == null ? "" : wording.say("，", ", ") + check.distance().text())
                        + wording.colon()).of("span", check.verdict().code(), check.verdict().text());
            }
            html.close();
        }
        html.close().open("td");
        rung.yields().forEach(told -> html.of("div", told.name() + wording.colon() + told.text()));
        html.close().open("td");
        if (rung.verdict() != null) {
            html.of("span", rung.verdict().code(), rung.verdict().text());
        }
        if (rung.place()) {
            html.of("div", "mark", wording.say("在此", "here"));
        }
        html.close().close();
    }

    void timelines(List<Timeline> timelines) {
        for (Timeline timeline : timelines) {
            html.of("h2", wording.say("此前的支持（%s）", "The earlier award (%s)").formatted(timeline.clause())).open("div", "class", "picture");
            pictures.timeline(timeline);
            html.close();
            String award = timeline.award() == null ? "" : wording.say("（编号 %s）", " (no. %s)").formatted(timeline.award());
            html.of("p", wording.say("%s 决定支持%s，至 %s 不再支持，%s起不再受限；本次以 %s 计：%s。",
                    "Awarded on %s%s, which bars another until %s; free from %s. Asked for %s: %s.").formatted(timeline.from(), award, timeline.to(),
                    timeline.free() == null ? timeline.to().plusDays(1) : timeline.free(), timeline.day(),
                    timeline.barred() ? wording.say("仍在期间之内", "still inside") : wording.say("不受其限", "not barred by it")));
        }
    }

    void judged(List<Check> judged, List<Line> lines) {
        if (judged.isEmpty()) {
            return;
        }
        html.of("h2", wording.say("谁判断了什么", "Who judged what"));
        head("judged", wording.say("判断点", "Point"), wording.say("判断", "Judgement"), wording.say("何人、何日、何故", "Who, when, why"));
        judged.forEach(check -> row(check.label() + " " + lines.stream().filter(line -> line.checks().contains(check)).map(Line::title).findFirst().orElse(""),
                check.value(), check.source().text()));
        html.close().close();
    }

    void searched(List<Search> searched) {
        if (searched.isEmpty()) {
            return;
        }
        html.of("h2", wording.say("查过什么", "What was searched"));
        head("searched", wording.say("何处", "Where"), wording.say("查到何时", "How far"), wording.say("结果", "Found"));
        searched.forEach(search -> row(search.name(), search.reach(), search.found()));
        html.close().close();
    }

    void readings(List<Reading> readings) {
        if (readings.isEmpty()) {
            return;
        }
        html.of("h2", wording.say("依据的口径", "Readings it rests on"));
        head("readings", wording.say("口径", "Reading"), wording.say("问题", "Question"), wording.say("采用", "Taken"));
        readings.forEach(reading -> row(reading.id(), reading.question(), reading.text()
                + (reading.chosen() ? wording.say("（请求选定）", " (chosen by the request)") : "")));
        html.close().close();
    }

    void told(String heading, List<Told> told) {
        if (told.isEmpty()) {
            return;
        }
        html.of("h2", heading).open("table");
        told.forEach(each -> row(each.name(), each.text()));
        html.close();
    }

    /** Amounts in yuan, everything else as it is; a column that nothing stands in would only take room. */
    void plain(String kind, List<String> names, List<List<Object>> rows) {
        int[] filled = IntStream.range(0, names.size()).filter(i -> rows.stream().anyMatch(cells -> !cells.get(i).toString().isEmpty())).toArray();
        head(kind, IntStream.of(filled).mapToObj(names::get).toArray(String[]::new));
        for (List<Object> cells : rows) {
            html.open("tr");
            for (int i : filled) {
                String shown = cells.get(i) instanceof BigDecimal yuan ? wording.yuan(yuan) : cells.get(i).toString();
                html.open("td", "class", UNBROKEN.matcher(shown).matches() ? "short" : ENDLESS.matcher(shown).find() ? "words" : "plain").text(shown).close();
            }
            html.close();
        }
        html.close().close();
    }

    private void head(String kind, String... names) {
        html.open("table", "class", kind).open("thead").open("tr");
        for (String name : names) {
            html.open("th", "scope", "col", "class", name.length() <= 3 ? "short" : "plain").text(name).close();
        }
        html.close().close().open("tbody");
    }

    private void row(String... cells) {
        html.open("tr");
        for (String cell : cells) {
            html.of("td", cell);
        }
        html.close();
    }
}
