package org.zhunsheng.wire;

import java.io.IOException;
import org.zhunsheng.facts.FactCatalogue;

/**
 * Reads requests strictly: whatever is not exactly what the facts declare is refused, all at once and each with its place.
 * Streaming instead of data binding, because binding to records would take longer than the decision and guess more than a grant allows.
 */
public final class FactReader {

    public static final int LARGEST_BODY = Body.LARGEST;

    private final FactCatalogue catalogue;
    private final Contradictions contradictions;

    public FactReader(FactCatalogue catalogue) {
        this.catalogue = catalogue;
        this.contradictions = new Contradictions(catalogue);
    }

    public EvaluationRequest read(byte[] body) {
        Problems problems = new Problems();
        EvaluationRequest request = read(body, problems);
        problems.raise();
        return request;
    }

    /**
     * Reads and leaves raising to the caller, who may have more to say about the names in the request. What was refused is null or absent
     * in the result. A body that cannot be read to its end is raised here.
     */
    public EvaluationRequest read(byte[] body, Problems problems) {
        return read(body, problems, RequestReader::request);
    }

    /** The same for a profile that is held against every document. */
    public MatchRequest readMatch(byte[] body, Problems problems) {
        return read(body, problems, RequestReader::match);
    }

    /** And for a judgement on a recorded decision. */
    public JudgementRequest readJudgement(byte[] body, Problems problems) {
        return read(body, problems, RequestReader::judged);
    }

    /** And for the notice of a year. */
    public GuideRequest readGuide(byte[] body, Problems problems) {
        return read(body, problems, RequestReader::guide);
    }

    /** And for a question about a period. */
    public DeadlineRequest readDeadline(byte[] body, Problems problems) {
        return read(body, problems, RequestReader::deadline);
    }

    /** And for an award that was made. */
    public AwardRequest readAward(byte[] body, Problems problems) {
        return read(body, problems, reader -> reader.awards().award());
    }

    /** And for what it should have said. */
    public AwardRequest readCorrection(byte[] body, Problems problems) {
        return read(body, problems, reader -> reader.awards().correction());
    }

    /** And for the place of one that is to be made. */
    public AwardRequest readReservation(byte[] body, Problems problems) {
        return read(body, problems, reader -> reader.awards().reservation());
    }

    /** And for what became of it. */
    public AwardRequest readStep(byte[] body, Problems problems) {
        return read(body, problems, reader -> reader.awards().step());
    }

    /** And for a question to the award ledger. */
    public CheckRequest readCheck(byte[] body, Problems problems) {
        return read(body, problems, RequestReader::check);
    }

    private interface Whole<T> {
        T read(RequestReader reader) throws IOException;
    }

    private <T> T read(byte[] body, Problems problems, Whole<T> whole) {
        return Body.read(body, problems, in -> whole.read(new RequestReader(in, catalogue, contradictions)));
    }
}
