package org.zhunsheng.explanation;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.zhunsheng.explanation.Explanation.Timeline;

/** The windows in which an earlier award bars another, as findings show them. */
record Timelines(JsonNode core) {

    List<Timeline> of(JsonNode decision) {
        List<Timeline> timelines = new ArrayList<>();
        for (JsonNode finding : decision.path("findings")) {
            JsonNode values = finding.path("values");
            LocalDate from = Distances.day(values.path("windowFrom"));
            LocalDate to = Distances.day(values.path("windowTo"));
            if (from != null && to != null) {
                timelines.add(new Timeline(finding.path("clause").asText(), award(from), from, to, Distances.day(values.path("firstFreeDay")),
                        day(finding.path("evidence")), finding.path("verdict").asText().equals("NOT_MET")));
            }
        }
        return timelines;
    }

    /** The day on which it was asked whether the window is over, or the day of the decision where the evidence names none. */
    private LocalDate day(JsonNode evidence) {
        LocalDate day = Distances.day(core.path("asOf"));
        for (JsonNode each : evidence) {
            LocalDate on = Distances.day(each.path("required").path("on"));
            day = on != null && each.path("test").asText().equals("WITHIN_YEARS_OF") ? on : day;
        }
        return day;
    }

    /** The only award the caller names of that day; null where there are several, or where it is the ledger's, whose days the core leaves out. */
    private String award(LocalDate decided) {
        List<String> found = new ArrayList<>();
        core.path("request").path("facts").path("awardsHistory").forEach(award -> {
            if (decided.equals(Distances.day(award.path("decidedOn"))) && award.has("awardId")) {
                found.add(award.path("awardId").asText());
            }
        });
        JsonNode known = core.path("history").path("awards");
        return found.size() == 1 && known.isEmpty() ? found.get(0) : found.isEmpty() && known.size() == 1 ? known.get(0).path("award").asText() : null;
    }
}
