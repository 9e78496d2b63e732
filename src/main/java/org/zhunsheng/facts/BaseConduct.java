package org.zhunsheng.facts;

/** What was established about a base or its host (第十七条); silence establishes nothing. */
public record BaseConduct(
        @Fact("伪造或虚假申报材料") Known<Established> falseApplicationMaterials,
        @Fact(value = "参加综合评价", none = "尚未到评价") Known<Boolean> participatedInEvaluation,
        @Fact("评价过程中的不端行为") Known<Established> misconductInEvaluation,
        @Fact("科研诚信严重失信行为") Known<Established> seriousIntegrityBreach,
        @Fact("重大科技伦理违规行为") Known<Established> majorEthicsViolation,
        @Fact("安全生产事故等级") Known<AccidentGrade> accidentGrade,
        @Fact("属于责任事故") Known<Boolean> liabilityAccident,
        @Fact("经司法、行政机关认定的重大违法行为") Known<Boolean> majorIllegalActDetermined,
        @Fact("已被依法追究责任") Known<Boolean> legalLiabilityPursued) {

    public enum Established { FOUND, UNDER_INVESTIGATION, NOT_FOUND }

    public enum AccidentGrade { NO_ACCIDENT, BELOW_GENERAL, GENERAL, LARGER, MAJOR, EXTRAORDINARY }

    @Derived("baseConduct.participatedInEvaluation")
    public Known<Boolean> declinedEvaluation() {
        return participatedInEvaluation.map(participatedInEvaluation.name(), took -> !took);
    }

    /** 一般 is the lowest of the four grades and is included (A69-34). */
    @Derived("baseConduct.accidentGrade")
    public Known<Boolean> gradedAccident() {
        return accidentGrade.map(accidentGrade.name(), grade -> grade.compareTo(AccidentGrade.GENERAL) >= 0);
    }
}
