package org.zhunsheng.editions;

import java.sql.SQLException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.zhunsheng.tables.Difference;
import org.zhunsheng.tables.Tables;
import org.zhunsheng.wire.CanonicalJson;

/** What an edition says otherwise than the one it is to take the place of, or than the one whose place it took. */
public final class Differences {

    /** @param against the number of the other edition */
    record Told(int against, Difference difference) {

        List<String> texts() {
            return difference.changes().stream().map(Difference.Change::text).toList();
        }

        byte[] json() {
            CanonicalJson json = new CanonicalJson().object().name("against").value(against).name("changes").array();
            difference.changes().forEach(change -> write(json, change));
            return json.end().end().bytes();
        }

        String text(Edition edition) {
            return edition.table() + " 第 " + edition.number() + " 版与第 " + against + " 版相比" + (texts().isEmpty() ? "没有不同" : "：\n" + String.join("\n", texts())) + "\n";
        }

        private static void write(CanonicalJson json, Difference.Change change) {
            json.object();
            text(json, "after", change.after());
            text(json, "before", change.before());
            text(json, "clause", change.clause());
            text(json, "heading", change.heading());
            json.name("kind").value(change.kind().name());
            text(json, "row", change.row());
            json.name("table").value(change.table()).name("text").value(change.text()).end();
        }

        private static void text(CanonicalJson json, String name, String text) {
            if (!text.isEmpty()) {
                json.name(name).value(text);
            }
        }
    }

    private static final int REMEMBERED = 200;

    private final Editions editions;
    private final Map<String, Difference> known = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Difference> eldest) {
            return size() > REMEMBERED;
        }
    });

    Differences(Editions editions) {
        this.editions = editions;
    }

    /** Nothing of what the service was built with, and of what cannot be read. */
    Optional<Told> of(Edition edition) throws SQLException {
        return edition.number() == Edition.BUILT ? Optional.empty() : of(edition, editions.of(edition.table()));
    }

    /** @param all the editions of its table */
    Optional<Told> of(Edition edition, List<Edition> all) throws SQLException {
        if (edition.number() == Edition.BUILT) {
            return Optional.empty();
        }
        Edition against = against(edition, all);
        String key = edition.table() + " " + against.digest() + " " + edition.digest();
        Difference difference = known.get(key);
        if (difference == null) {
            Optional<Tables> before = editions.read(against);
            Optional<Tables> after = editions.read(edition);
            if (before.isEmpty() || after.isEmpty()) {
                return Optional.empty();
            }
            difference = Difference.between(before.get(), after.get());
            known.put(key, difference);
        }
        return Optional.of(new Told(against.number(), difference));
    }

    /** What came into force is held against what was in force when it was handed in; anything else against what is in force now. */
    private static Edition against(Edition edition, List<Edition> all) {
        boolean hasDecided = edition.is(Step.State.IN_FORCE, Step.State.SUPERSEDED);
        return all.stream().filter(other -> hasDecided ? other.digest().equals(edition.base()) && other.number() < edition.number() : other.is(Step.State.IN_FORCE))
                .findFirst().orElseGet(() -> all.get(all.size() - 1));
    }
}
