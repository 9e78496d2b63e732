package org.zhunsheng.facts;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/** An earlier base of the same host that was revoked, or one of a unit it succeeded. */
@Block("baseHost.priorRevocations[]")
public record PriorRevocation(
        @Fact("撤销日期") Known<LocalDate> revokedOn,
        @Fact("撤销依据的条款") Known<String> ground,
        @Fact("当时的基地类别") Known<Base.Category> category,
        @Fact("属于被承继的单位") Known<Boolean> ofPredecessor) {

    /** The last of these days and the dates of other losses that carry a ban; none where there is none. */
    static Known<LocalDate> latest(Known<List<PriorRevocation>> revocations, boolean ofPredecessor, List<LocalDate> others) {
        if (revocations.isMissing()) {
            return Known.lacking(revocations);
        }
        Stream<Known<LocalDate>> revoked = revocations.isNone() ? Stream.of() : revocations.value().stream()
                .filter(each -> each.ofPredecessor.is(true) == ofPredecessor).map(PriorRevocation::revokedOn);
        List<Known<LocalDate>> days = Stream.concat(revoked, others.stream().map(day -> Known.of("取消日期", day))).toList();
        Known<?>[] gaps = days.stream().filter(Known::isMissing).toArray(Known<?>[]::new);
        return gaps.length > 0 ? Known.lacking(gaps) : days.stream().map(Known::value).max(LocalDate::compareTo)
                .map(last -> Known.of("最近一次撤销日期", last)).orElse(Known.none("最近一次撤销日期"));
    }
}
