package org.zhunsheng.facts;

import java.time.LocalDate;

/** A case under 京科发〔2022〕4号 or 中科园发〔2020〕43号: an applicant and an activity, held against numbered measures. */
public record MeasureCase(
        Question question, String direction, String step, LocalDate asOf, LocalDate lawInForceFrom, Readings readings, Judgements judgements, Figures figures,
        Application application, Applicant applicant, Activity activity, Product product, Transfer transfer, Financing financing, ParkUnit parkUnit,
        ForeignRd foreignRd, InternationalBody internationalBody, TechTransfer techTransfer, OpenScience openScience, Event event,
        Talent talent) implements CaseFile {

    /** The day asked about; where an application says when it was filed and the request names no other day, that is the day (INT-24). */
    public Known<LocalDate> day() {
        return Known.of("判断日期", asOf);
    }

    public Known<LocalDate> inForceFrom() {
        return Known.of("施行日期", lawInForceFrom);
    }

    /** Whose journeys abroad measure 11 pays for. */
    public enum Traveller { GAOJU_OR_NOVA_TALENT, CORE_TECHNICAL_OF_NAMED_FIRM, NEITHER }

    /** Talents of the two programmes whoever employs them, else technical staff of a head or high-growth enterprise. */
    @Derived({"talent.programmes", "talent.staffCategory", "applicant.headEnterprise", "applicant.highGrowthEnterprise"})
    public Known<Traveller> traveller() {
        if (talent.programmes().isValue() && !talent.programmes().value().isEmpty()) {
            return Known.of("traveller", Traveller.GAOJU_OR_NOVA_TALENT);
        }
        Known<?> staff = talent.staffCategory();
        boolean technical = talent.staffCategory().is(Talent.StaffCategory.CORE_TECHNICAL);
        boolean named = applicant.headEnterprise().is(true) || applicant.highGrowthEnterprise().is(true);
        if (technical && named) {
            return Known.of("traveller", Traveller.CORE_TECHNICAL_OF_NAMED_FIRM);
        }
        if (staff.isValue() && !technical || applicant.headEnterprise().is(false) && applicant.highGrowthEnterprise().is(false)) {
            return talent.programmes().isMissing() ? Known.lacking(talent.programmes()) : Known.of("traveller", Traveller.NEITHER);
        }
        return named ? Known.lacking(talent.programmes(), staff)
                : Known.lacking(talent.programmes(), staff, applicant.headEnterprise(), applicant.highGrowthEnterprise());
    }

    /**
     * Whether an opinion addressed to the zone speaks to this applicant; it has no clause that takes in the rest of Beijing (INT-29). The
     * committee of a sub-park is in it wherever it is registered, so who asks comes before where.
     */
    @Derived({"applicant.registeredPlace", "applicant.entityType"})
    public Known<Boolean> inZone() {
        Known<Applicant.RegisteredPlace> place = applicant.registeredPlace();
        boolean byAnalogy = readings.is("INT-29", "BY_ANALOGY") && place.is(Applicant.RegisteredPlace.OTHER_BEIJING);
        if (place.is(Applicant.RegisteredPlace.ZGC_DEMONSTRATION_ZONE) || byAnalogy) {
            return Known.of(place.name(), true);
        }
        if (applicant.entityType().is(Applicant.EntityType.PARK_COMMITTEE)) {
            return Known.of(applicant.entityType().name(), true);
        }
        return applicant.entityType().isMissing() ? Known.lacking(applicant.entityType()) : place.isMissing() ? Known.lacking(place) : Known.of(place.name(), false);
    }

    /** Likewise, of measures that also speak to who is about to come: a foreign party need not say more than that it asks. */
    @Derived({"applicant.registeredPlace", "applicant.entityType", "activity.settlesInZone"})
    public Known<Boolean> inZoneOrComing() {
        Known<Boolean> here = inZone();
        Known<Boolean> coming = activity.settlesInZone();
        boolean foreign = applicant.entityType().is(Applicant.EntityType.OVERSEAS_ENTITY) || applicant.entityType().is(Applicant.EntityType.NATURAL_PERSON);
        if (here.is(true) || coming.is(true)) {
            return here.is(true) ? here : coming;
        }
        if (foreign) {
            return Known.of(applicant.entityType().name(), true);
        }
        return here.isMissing() || coming.isMissing() ? Known.lacking(here, coming) : here;
    }
}
