package org.zhunsheng.editions;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.zhunsheng.cases.CaseRun;
import org.zhunsheng.wire.ProblemCode;
import org.zhunsheng.wire.ProblemException;

/**
 * The cases that come out otherwise under an edition, as its report names them. A figure may be changed on purpose, so they do not stand
 * in its way; but whoever approves it must have seen how many they are, and none that the report does not name may come on top.
 */
record SeenCases(Set<String> names) {

    private static final ObjectMapper JSON = new ObjectMapper();

    static SeenCases in(Edition edition) {
        try {
            Set<String> names = new HashSet<>();
            for (JsonNode failing : JSON.readTree(edition.report()).path("cases").path("failing")) {
                names.add(failing.get("file").asText() + "：" + failing.get("title").asText());
            }
            return new SeenCases(names);
        } catch (JsonProcessingException ownJson) {
            throw new IllegalStateException(ownJson);
        }
    }

    /** @param confirmed how many whoever approves has seen; null where he does not say */
    void requireConfirmed(Integer confirmed) {
        if (names.size() != (confirmed == null ? 0 : confirmed)) {
            throw new ProblemException(ProblemCode.CONFLICT, "检查报告列有 " + names.size() + " 个不再符合的用例；批准前须逐个看过，并在 failingCases 中写明这个数",
                    "the report names " + names.size() + " cases that no longer come out as expected; look at each and confirm their number in failingCases");
        }
    }

    /** @param before those that came out otherwise already, which are nobody's news; asked for where there are others than the report names */
    void requireAll(CaseRun run, Supplier<Set<String>> before) {
        Set<String> others = new TreeSet<>(run.failingNames());
        others.removeAll(names);
        if (!others.isEmpty()) {
            others.removeAll(before.get());
        }
        if (!others.isEmpty()) {
            throw new ProblemException(ProblemCode.CONFLICT, "自检查以来规则有变，又有 " + others.size() + " 个用例不再符合，检查报告没有列出：" + others.iterator().next() + "；请重新交来工作簿，以得到新的报告",
                    others.size() + " more cases no longer come out as expected since the report was made, the first: " + others.iterator().next() + "; hand the workbook in again");
        }
    }
}
