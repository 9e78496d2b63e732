package org.zhunsheng.facts;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Innovation centres, laboratories and research centres by level. */
public record QualifiedCentre(
        @Fact("取得的资质") Known<List<Qualification>> qualifications) {

    /** Qualifications of a level that count: since the document (A8-12), of a named kind, or of another kind where 等 leaves it open. */
    @Derived({"qualifiedCentre.qualifications[].level", "qualifiedCentre.qualifications[].kind", "qualifiedCentre.qualifications[].obtainedOn",
        "qualifiedCentre.qualifications[].newlyObtained", "qualifiedCentre.qualifications[].obtainedHow"})
    public Known<BigDecimal> worth(Qualification.Level level, boolean named, LocalDate since, BigDecimal each) {
        if (!qualifications.isValue()) {
            return Known.lacking(qualifications);
        }
        BigDecimal sum = BigDecimal.ZERO;
        Gaps gaps = new Gaps();
        for (Qualification one : qualifications.value()) {
            if (gaps.in(one.level()) || one.level().value() != level || one.newlyObtained().is(false)
                    || level == Qualification.Level.AREA && one.obtainedHow().is(Qualification.How.NEWLY_INTRODUCED)
                    || gaps.in(one.kind(), one.obtainedOn(), one.newlyObtained()) || level == Qualification.Level.AREA && gaps.in(one.obtainedHow())) {
                continue;
            }
            sum = !one.obtainedOn().value().isBefore(since) && NAMED.get(level).contains(one.kind().value()) == named ? sum.add(each) : sum;
        }
        return gaps.any() ? gaps.lacking() : Known.of("qualifiedCentre.worth", sum);
    }

    /** What all of them together could be worth, while something of them is missing. */
    @Derived("qualifiedCentre.qualifications")
    public BigDecimal most(BigDecimal each) {
        return qualifications.isValue() ? each.multiply(BigDecimal.valueOf(qualifications.value().size())) : null;
    }

    private static final Map<Qualification.Level, Set<Qualification.Kind>> NAMED = Map.of(
            Qualification.Level.NATIONAL, Set.of(Qualification.Kind.INNOVATION_CENTRE, Qualification.Kind.KEY_LABORATORY,
                    Qualification.Kind.ENGINEERING_RESEARCH_CENTRE),
            Qualification.Level.BEIJING, Set.of(Qualification.Kind.TECHNOLOGY_INNOVATION_CENTRE, Qualification.Kind.ST_RD_INSTITUTION,
                    Qualification.Kind.ENGINEERING_RESEARCH_CENTRE),
            Qualification.Level.AREA, Set.of(Qualification.Kind.TECHNOLOGY_INNOVATION_CENTRE));
}
