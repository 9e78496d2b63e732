package org.zhunsheng.facts;

import java.time.LocalDate;
import java.util.List;

/** An R&D centre abroad (国(境)外研发中心). */
public record RdCentre(
        @Fact("研发中心所在地") Known<LocationClass> locationClass,
        @Fact("由申报单位设立") Known<Boolean> setUpByApplicant,
        @Fact("研发中心注册日期") Known<LocalDate> registeredOn,
        @Fact(value = "3年内获授权的国际发明专利数", unit = "件", min = "0") Known<Integer> internationalInventionPatentsGrantedWithin3Years,
        @Fact("国际发明专利授权日期") Known<List<LocalDate>> internationalInventionPatentGrantDates,
        @Fact(value = "在审PCT申请数", unit = "件", min = "0") Known<Integer> pctApplicationsPending,
        @Fact(value = "国(境)外实用新型授权数", unit = "件", min = "0") Known<Integer> foreignUtilityModelsGranted,
        @Fact("已开展实质性研发活动") Known<Boolean> substantiveRdUnderWay) {

    /**
     * Granted invention patents outside the mainland (A23) in the window back from the day: counted from the dates of grant, else the
     * number as stated. A zero stated together with PCT filings stays zero, because a filing is no patent.
     */
    @Derived({"rdCentre.internationalInventionPatentsGrantedWithin3Years",
        "rdCentre.internationalInventionPatentGrantDates", "rdCentre.pctApplicationsPending"})
    public Known<Integer> patents(int years, Known<LocalDate> day, Readings readings) {
        Known<Integer> stated = internationalInventionPatentsGrantedWithin3Years;
        Known<List<LocalDate>> grants = internationalInventionPatentGrantDates;
        int filings = readings.is("A23", "PCT_FILINGS_COUNT") && pctApplicationsPending.isValue() ? pctApplicationsPending.value() : 0;
        if (!grants.isValue()) {
            return stated.isValue() ? Known.of(stated.name(), stated.value() + filings) : stated;
        }
        if (!day.isValue()) {
            return Known.lacking(day);
        }
        long inWindow = grants.value().stream().filter(granted -> readings.lookBack(granted, years, day.value())).count();
        return Known.of("rdCentre.patentsInWindow", (int) inWindow + filings);
    }
}
