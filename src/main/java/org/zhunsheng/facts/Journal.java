package org.zhunsheng.facts;

import java.time.LocalDate;

/** An international journal (国际学术期刊). */
public record Journal(
        @Fact("刊名") Known<String> title,
        @Fact("收录数据库") Known<Index> index,
        @Fact("分区来源") Known<QuartileSource> quartileSource,
        @Fact(value = "首次进入Q1区日期", none = "从未进入Q1区") Known<LocalDate> firstQ1On,
        @Fact(value = "首次进入Q2区日期", none = "从未进入Q2区") Known<LocalDate> firstQ2On) {

    public enum Index { SCIE, SSCI, ESCI, AHCI, NONE }

    public enum QuartileSource { CLARIVATE_JCR, CAS_PARTITION }

    /** The dates of the quartile that counts: only Clarivate's JCR; a ranking of another source says nothing of it. */
    @Derived({"journal.firstQ1On", "journal.quartileSource"})
    public Known<LocalDate> q1On() {
        return clarivate(firstQ1On);
    }

    @Derived({"journal.firstQ2On", "journal.quartileSource"})
    public Known<LocalDate> q2On() {
        return clarivate(firstQ2On);
    }

    private Known<LocalDate> clarivate(Known<LocalDate> entered) {
        return quartileSource.is(QuartileSource.CLARIVATE_JCR) || entered.isMissing() ? entered
                : Known.missing(quartileSource.isMissing() ? quartileSource.name() : entered.name());
    }

    /** Was in Q1 before it first came to Q2: literally a first entry, in substance a demotion (A41). */
    @Derived({"journal.firstQ1On", "journal.firstQ2On", "journal.quartileSource"})
    public Known<Boolean> demoted() {
        Known<LocalDate> q1 = q1On();
        Known<LocalDate> q2 = q2On();
        if (q2.isMissing() || q1.isMissing()) {
            return Known.lacking(q1, q2);
        }
        return Known.of("journal.demoted", q1.isValue() && q2.isValue() && q1.value().isBefore(q2.value()));
    }

    /** First into Q1; where only the first entry into either quartile counts, one that follows an entry into Q2 is none (A41). */
    @Derived({"journal.firstQ1On", "journal.firstQ2On", "journal.quartileSource"})
    public Known<LocalDate> q1Entry(Readings readings) {
        return entry(q1On(), q2On(), readings);
    }

    @Derived({"journal.firstQ1On", "journal.firstQ2On", "journal.quartileSource"})
    public Known<LocalDate> q2Entry(Readings readings) {
        return entry(q2On(), q1On(), readings);
    }

    private static Known<LocalDate> entry(Known<LocalDate> entered, Known<LocalDate> other, Readings readings) {
        if (!readings.is("A41", "FIRST_IN_EITHER") || !entered.isValue()) {
            return entered;
        }
        if (other.isMissing()) {
            return Known.lacking(other);
        }
        return other.isValue() && other.value().isBefore(entered.value()) ? Known.none(entered.name()) : entered;
    }
}
