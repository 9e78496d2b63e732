package org.zhunsheng.deadlines;

import java.time.LocalDate;
import java.util.List;
import org.zhunsheng.calendar.WorkingDays;
import org.zhunsheng.policy.Deadline;
import org.zhunsheng.policy.Policy;
import org.zhunsheng.rulebase.RuleBase;
import org.zhunsheng.wire.CanonicalJson;

/** Writes periods and how they were counted as JSON, names in their order. */
final class DeadlineWriter {

    private DeadlineWriter() {
    }

    static byte[] counted(Deadlines.Counted counted) {
        Deadline deadline = counted.deadline();
        Count count = counted.count();
        LocalDate day = count.day();
        CanonicalJson json = new CanonicalJson().object().name("arithmetic").array();
        count.arithmetic().forEach(step -> text(json, step));
        json.end().name("calendar").value(WorkingDays.official().version()).name("clause").value(deadline.clause()).name("day").value(day.toString());
        if (deadline.bars()) {
            json.name("firstFreeDay").value(day.plusDays(1).toString());
        }
        json.name("kind").value(deadline.kind());
        if (deadline.bars()) {
            json.name("lastBarredDay").value(day.toString());
        }
        json.name("meaning").object().name("en").value(deadline.en()).name("zh").value(deadline.zh()).end()
                .name("nominalDay").value(count.nominalDay().toString());
        period(json.name("period"), deadline, count.number());
        json.name("policy").value(counted.base().policy().policy()).name("readings").object();
        counted.readings().forEach((reading, option) -> json.name(reading).value(option));
        return json.end().name("rolled").value(!day.equals(count.nominalDay())).name("ruleBase").value(counted.base().digest())
                .name("start").value(counted.request().start().toString()).name("startIs").value(deadline.fact()).end().bytes();
    }

    static void listed(CanonicalJson json, RuleBase base, Deadline deadline) {
        Policy policy = base.policy();
        json.object().name("bars").value(deadline.bars()).name("clause").value(deadline.clause()).name("kind").value(deadline.kind());
        json.name("meaning").object().name("en").value(deadline.en()).name("zh").value(deadline.zh()).end();
        period(json.name("period"), deadline, Deadlines.number(base, deadline));
        json.name("policy").value(policy.policy());
        List<String> readings = deadline.readings();
        json.name("readings").array();
        readings.forEach(json::value);
        json.end().name("startIs").value(deadline.fact()).end();
    }

    private static void period(CanonicalJson json, Deadline deadline, int number) {
        json.object().name("count").value(number).name("unit").value(deadline.unit().name()).end();
    }

    private static void text(CanonicalJson json, Policy.Text text) {
        json.object().name("en").value(text.en()).name("zh").value(text.zh()).end();
    }
}
