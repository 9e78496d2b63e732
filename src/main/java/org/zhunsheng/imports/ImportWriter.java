package org.zhunsheng.imports;

import java.util.List;
import java.util.TreeMap;
import org.zhunsheng.imports.FindingStore.Told;
import org.zhunsheng.wire.BeijingTime;
import org.zhunsheng.wire.CanonicalJson;

/** Writes imports as JSON, names in their order. */
final class ImportWriter {

    private ImportWriter() {
    }

    static void write(CanonicalJson json, Order order) {
        json.object().name("at").value(BeijingTime.of(order.at())).name("by").value(order.by()).name("bytes").value(order.bytes())
                .name("digest").value(order.digest()).name("format").value(order.format().name()).name("id").value(order.id())
                .name("partial").value(order.partial()).name("said").object();
        new TreeMap<>(order.said()).forEach((name, value) -> json.name(name).value(value));
        json.end().name("target").value(order.target()).end();
    }

    static void write(CanonicalJson json, Handed handed, List<Told> findings) {
        Progress progress = handed.progress();
        json.object().name("accepted").value(progress.accepted());
        write(json.name("file"), handed.order());
        json.name("findings").array();
        findings.forEach(told -> write(told.finding(), json));
        json.end();
        if (progress.finished() != null) {
            json.name("finishedAt").value(BeijingTime.of(progress.finished()));
        }
        json.name("read").value(progress.read()).name("rejected").value(progress.rejected()).name("rows").value(progress.rows())
                .name("state").value(progress.state().name()).end();
    }

    private static void write(Finding finding, CanonicalJson json) {
        json.object();
        if (finding.heading() != null) {
            json.name("column").value(finding.heading());
        }
        json.name("en").value(finding.en());
        if (finding.line() > 0) {
            json.name("line").value(finding.line());
        }
        json.name("refused").value(finding.refused()).name("zh").value(finding.zh()).end();
    }
}
