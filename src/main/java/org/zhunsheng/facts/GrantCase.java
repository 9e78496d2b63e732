package org.zhunsheng.facts;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** A case under 京科发〔2022〕9号: an application for money, a step of its procedure, a payment, a duty or a breach. */
public record GrantCase(
        Question question, String direction, String step, LocalDate asOf, Readings readings, Judgements judgements, Figures figures,
        Application application, Applicant applicant, CreditBeforeReview creditBeforeReview, RecipientAtPayment recipientAtPayment,
        GoGlobal goGlobal, Park park, Incubator incubator, RdCentre rdCentre, ForeignRd foreignRd, InternationalBody internationalBody,
        TechTransfer techTransfer, OpenScience openScience, Event event, Journal journal, Talent talent,
        @Fact("历史获批和在申项目") Known<List<PriorAward>> awardsHistory,
        Project project, Review review, Publicity publicity, Agreement agreement, Acceptance acceptance, Approved approved,
        UseOfFunds useOfFunds, Performance performance, Breach breach, Budget budget,
        ConflictingOlderDocument conflictingOlderDocument) implements CaseFile {

    /** The day conditions must hold: submission, the only date every application has and the applicant controls (A08, A09). */
    public Known<LocalDate> day() {
        return application.submittedOn();
    }

    /** 上一年度: the calendar year before submission, or before the year the annual notice names (A05). */
    public Known<Integer> previousYear() {
        if (readings.is("A05", "NOTICE_YEAR")) {
            Known<Integer> year = application.noticeYear();
            return year.isValue() ? Known.of("上一年度", year.value() - 1) : Known.missing(year.name());
        }
        Known<LocalDate> day = day();
        return day.isValue() ? Known.of("上一年度", day.value().getYear() - 1) : Known.missing(day.name());
    }

    /** Articles 5–15 fix the mode of each direction; only 第十三条 splits it by kind of event. */
    public Known<PaymentMode> paymentMode() {
        Known<PaymentMode> stated = project.paymentMode();
        if (!stated.isMissing() || direction == null) {
            return stated;
        }
        return switch (direction) {
            case "OPEN_SCIENCE" -> Known.of(stated.name(), PaymentMode.PRE_GRANT);
            case "CONFERENCE_OR_ACTIVITY" -> event.type().isMissing() ? Known.missing(event.type().name())
                    : Known.of(stated.name(), event.type().is(Event.Type.KEY_INTERNATIONAL_CONFERENCE) ? PaymentMode.PRE_GRANT
                            : PaymentMode.POST_GRANT);
            default -> Known.of(stated.name(), PaymentMode.POST_GRANT);
        };
    }

    @Override
    public List<Object> parts() {
        List<Object> parts = new ArrayList<>();
        if (techTransfer.projects().isValue()) {
            for (TransferProject project : TransferProject.distinct(techTransfer.projects().value())) {
                parts.add(new TransferredProject(this, project));
            }
        }
        if (awardsHistory.isValue()) {
            awardsHistory.value().forEach(award -> parts.add(new EarlierAward(this, award)));
        }
        return parts;
    }
}
