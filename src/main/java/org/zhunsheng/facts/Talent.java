package org.zhunsheng.facts;

import java.time.LocalDate;
import java.util.List;
import org.zhunsheng.calendar.Periods;

/** An international training or exchange of staff (国际人才交流合作). */
public record Talent(
        @Fact("培训或交流") Known<Mode> mode,
        @Fact("申报单位为企业") Known<Boolean> applicantIsEnterprise,
        @Fact("派出人员类别") Known<StaffCategory> staffCategory,
        @Fact("与境外机构有明确的合作协议") Known<Boolean> overseasPartnerAgreement,
        @Fact("合作方所在地") Known<LocationClass> partnerLocationClass,
        @Fact("有明确的日程") Known<Boolean> definiteSchedule,
        @Fact("离境日期") Known<LocalDate> departOn,
        @Fact("返回日期") Known<LocalDate> returnOn,
        @Fact("入选的人才计划") Known<List<Programme>> programmes) {

    public enum Programme { GAOJU, NOVA }

    public enum Mode { TRAINING, EXCHANGE }

    public enum StaffCategory { CORE_MANAGER, CORE_TECHNICAL, GENERAL_STAFF }

    /** Calendar days with both ends, travel included, for training and exchange alike (A44). */
    @Derived({"talent.departOn", "talent.returnOn"})
    public Known<Integer> days() {
        if (departOn.isMissing() || returnOn.isMissing()) {
            return Known.lacking(departOn, returnOn);
        }
        return Known.of("talent.days", Periods.daysBothEnds(departOn.value(), returnOn.value()));
    }
}
