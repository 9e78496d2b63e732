package org.zhunsheng.editions;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jboss.logging.Logger;

/** What whoever watches the service must see: what should decide and does not, and what the build brings and goes unused. */
final class Troubles {

    private static final Logger LOG = Logger.getLogger(Troubles.class);

    private final Map<String, Refused> refused = new ConcurrentSkipListMap<>();
    private final Map<String, String> conflicts = new ConcurrentSkipListMap<>();

    private record Refused(long step, String why) {
    }

    /** By document, and why; what decided before goes on deciding. */
    Map<String, String> refused() {
        Map<String, String> said = new TreeMap<>();
        refused.forEach((policy, each) -> said.put(policy, each.why));
        return said;
    }

    /** By table. */
    Map<String, String> conflicts() {
        return new TreeMap<>(conflicts);
    }

    /** Said until a later step than this one decides. */
    void refuse(String policy, long step, String why) {
        refused.put(policy, new Refused(step, why));
    }

    void over(String policy, long step) {
        refused.computeIfPresent(policy, (same, before) -> before.step < step ? null : before);
    }

    /** @param found the tables of a document of which the build brings a workbook that the author of the edition in force did not know */
    void conflict(String policy, Map<TableId, Edition> found) {
        conflicts.keySet().removeIf(table -> TableId.read(table).policy().equals(policy));
        found.forEach((table, edition) -> {
            LOG.warnf("table %s: this build brings another workbook than edition %d, which goes on deciding", table, edition.number());
            conflicts.put(table.toString(), "随这次构建发布的工作簿与第 " + edition.number() + " 版不同，也不是它所据以修改的；第 " + edition.number()
                    + " 版经两人批准，继续有效。请核对后另交一版，或撤回第 " + edition.number() + " 版");
        });
    }
}
