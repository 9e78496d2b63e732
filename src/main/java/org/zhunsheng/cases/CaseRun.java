package org.zhunsheng.cases;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.zhunsheng.wire.CanonicalJson;

/**
 * The cases of one policy held against a rule base. One that comes out otherwise is told, since a figure may have been changed on purpose;
 * one that could not be decided at all is a fault.
 *
 * @param ran     how many there are
 * @param failing those that come out otherwise than they expect
 * @param broken  names of those at which the rules stopped
 */
public record CaseRun(int ran, List<Failing> failing, List<String> broken) {

    /** A clause about which the rule base says something else than what is in force, and the cell that it comes from; null where it is a rule. */
    public record Behind(String clause, String place) {
    }

    public record Failing(String file, String title, List<Wrong> wrong, List<Behind> behind) {

        public String name() {
            return file + "：" + title;
        }
    }

    public Set<String> failingNames() {
        return failing.stream().map(Failing::name).collect(Collectors.toSet());
    }

    public void write(CanonicalJson json) {
        json.object().name("broken").array();
        broken.forEach(json::value);
        json.end().name("failing").array();
        failing.forEach(each -> write(json, each));
        json.end().name("ran").value(ran).end();
    }

    private static void write(CanonicalJson json, Failing failing) {
        json.object().name("behind").array();
        for (Behind behind : failing.behind) {
            json.object().name("clause").value(behind.clause);
            if (behind.place != null) {
                json.name("place").value(behind.place);
            }
            json.end();
        }
        json.end().name("file").value(failing.file).name("title").value(failing.title).name("wrong").array();
        failing.wrong.forEach(wrong -> json.object().name("expected").value(wrong.expected()).name("got").value(wrong.got())
                .name("what").value(wrong.what()).end());
        json.end().end();
    }
}
