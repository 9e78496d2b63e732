package org.zhunsheng.explanation;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.zhunsheng.explanation.Account.Column;
import org.zhunsheng.explanation.Account.Section;
import org.zhunsheng.explanation.Explanation.Depth;
import org.zhunsheng.explanation.Explanation.Identity;
import org.zhunsheng.explanation.Explanation.Timeline;
import org.zhunsheng.pages.Html;
import org.zhunsheng.pages.Wording;
import org.zhunsheng.wire.CanonicalJson;

/** An account as JSON and as a plain page. */
final class AccountPage {

    private AccountPage() {
    }

    static byte[] json(Account account, Depth depth) {
        Identity identity = account.identity();
        CanonicalJson json = new CanonicalJson().object().name("asOf").value(identity.asOf()).name("calendar").value(identity.calendar())
                .name("caller").value(identity.caller()).name("coreDigest").value(identity.coreDigest()).name("depth").value(depth.name())
                .name("id").value(identity.id()).name("language").value(account.language().tag());
        if (account.outcome() != null) {
            json.name("outcome").object().name("code").value(account.outcome().code()).name("text").value(account.outcome().text()).end();
        }
        json.name("ruleBase").value(identity.ruleBase()).name("sections").array();
        account.sections(depth).forEach(section -> section(json, section));
        return json.end().name("sentence").value(account.sentence()).name("time").value(identity.time()).end().bytes();
    }

    private static void section(CanonicalJson json, Section section) {
        json.object().name("heading").value(section.heading()).name("key").value(section.key()).name("rows").array();
        // names in their order, whatever the order of the columns
        int[] order = IntStream.range(0, section.columns().size()).boxed().sorted(Comparator.comparing(i -> section.columns().get(i).key())).mapToInt(i -> i).toArray();
        for (List<Object> row : section.rows()) {
            json.object();
            for (int i : order) {
                json.name(section.columns().get(i).key());
                if (row.get(i) instanceof BigDecimal number) {
                    json.value(number);
                } else {
                    json.value(row.get(i).toString());
                }
            }
            json.end();
        }
        json.end();
        if (!section.timelines().isEmpty()) {
            json.name("timelines").array();
            section.timelines().forEach(timeline -> timeline(json, timeline));
            json.end();
        }
        json.end();
    }

    private static void timeline(CanonicalJson json, Timeline timeline) {
        json.object().name("award").value(timeline.award()).name("barred").value(timeline.barred()).name("clause").value(timeline.clause())
                .name("day").value(timeline.day().toString());
        LocalDate free = timeline.free();
        if (free != null) {
            json.name("free").value(free.toString());
        }
        json.name("from").value(timeline.from().toString()).name("to").value(timeline.to().toString()).end();
    }

    static String html(Account account, Depth depth, String style, String end) {
        Html html = Html.page(account.language(), account.what() + " " + account.identity().id(), style);
        Wording wording = new Wording(account.language());
        PageTables tables = new PageTables(html, wording, new Pictures(html, wording));
        html.open("body").of("h1", account.title()).of("p", "number", account.what());
        html.open("div", "class", "answer " + (account.outcome() == null ? "" : account.outcome().code()));
        if (account.outcome() != null) {
            html.of("p", "outcome", account.outcome().text());
        }
        html.of("p", "sentence", account.sentence()).close();
        for (Section section : account.sections(depth)) {
            html.of("h2", section.heading());
            tables.plain(section.key(), section.columns().stream().map(Column::title).toList(), section.rows());
            tables.timelines(section.timelines());
        }
        ExplanationHtml.identity(html, wording, account.identity());
        return html.ours(end).close().close().toString();
    }
}
