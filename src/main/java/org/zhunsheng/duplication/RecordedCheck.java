package org.zhunsheng.duplication;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.SQLException;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.zhunsheng.wire.BeijingTime;

/** The core of a recorded check: what it names was found then, and is all that a replay or a judgement looks at. */
record RecordedCheck(JsonNode core) {

    private static final List<String> NAMING = List.of("/earlier", "/judged", "/similar/suspects", "/similar/further");

    Standing standing() {
        return new Standing(LedgerHistory.texts(core.at("/searched/units")), LedgerHistory.texts(core.at("/searched/unitsInQuestion")));
    }

    AwardTable.Extent extent() {
        JsonNode learnedAt = core.at("/searched/learnedAt");
        return new AwardTable.Extent(core.at("/searched/entries").asLong(), learnedAt.isMissingNode() ? null : BeijingTime.read(learnedAt.asText()));
    }

    /** The clause of an earlier award as it was understood then, or not; what was no earlier award then is understood as it is now. */
    String clause(Award award, Function<Award, String> now) {
        for (JsonNode each : core.at("/earlier")) {
            if (each.required("award").asText().equals(award.code())) {
                return each.path("clause").asText(null);
            }
        }
        return now.apply(award);
    }

    Integer compared() {
        JsonNode compared = core.at("/similar/compared");
        return compared.isMissingNode() ? null : compared.asInt();
    }

    /** In the version of then, and in the order of the ledger. */
    List<Award> awards(AwardTable table) throws SQLException {
        SortedMap<Long, Award> awards = new TreeMap<>();
        for (String naming : NAMING) {
            for (JsonNode each : core.at(naming)) {
                Award award = table.find(each.required("award").asText(), each.required("version").asInt()).orElseThrow();
                awards.put(award.id(), award);
            }
        }
        return List.copyOf(awards.values());
    }
}
