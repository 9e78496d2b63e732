package org.zhunsheng.explanation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.zhunsheng.evaluation.Evaluations;
import org.zhunsheng.explanation.Explanation.Answer;
import org.zhunsheng.explanation.Explanation.Depth;
import org.zhunsheng.explanation.Explanation.Line;
import org.zhunsheng.law.OfficialTexts;
import org.zhunsheng.nearest.Changeable;
import org.zhunsheng.nearest.Nearest;
import org.zhunsheng.rulebase.RuleBases;
import org.zhunsheng.wire.CanonicalJson;
import org.zhunsheng.wire.Language;

/** The vocabulary of these tests: an application for a park abroad, recorded and explained. */
final class Explained {

    static final ObjectMapper JSON = new ObjectMapper();
    static final RuleBases BASES = new RuleBases();
    static final Library LIBRARY = new Library(BASES);
    static final Explainer EXPLAINER = new Explainer(LIBRARY, register -> null, OfficialTexts.NONE);
    private static final Evaluations EVALUATIONS = new Evaluations(BASES);
    static final String ID = "01a1fb94-023d-7000-bcd0-7a9797797d87";

    /** A hundredth of a square metre short of the first tier. */
    static final String PARK = """
            {"question":"SUPPORT","policy":"jkf_2022_9","direction":"OVERSEAS_PARK","facts":{
            "application":{"submittedOn":"2023-03-15","submittedThroughCityPlatform":true,"integrityCommitmentSubmitted":true},
            "applicant":{"entityType":"NATIONAL_HIGH_TECH_ENTERPRISE","highTechCertificateValidUntil":"2024-12-31","registeredPlace":"ZGC_DEMONSTRATION_ZONE"},
            "creditBeforeReview":{"reviewDate":"2023-04-20","researchIntegrityPenaltyInForce":false,"listedAsJudgmentDefaulter":false,
            "listedAsSeriouslyDishonestEnterprise":false,"otherJointPunishmentListing":false},
            "awardsHistory":[%s],
            "park":{"locationClass":"FOREIGN_COUNTRY","physicalParkBuilt":true,"operatorRegisteredOn":"2018-05-10","siteAreaM2":29999.99,
            "occupancyRatePercent":82.5,"beijingOrCooperatingCompanyCount":16}},
            "judgements":{"jkf_2022_9/6.2.2":{"value":true,"by":"评审专家组","on":"2023-04-20","reason":"运营报告可以证明"},
            "jkf_2022_9/6.2.3":{"value":true,"by":"评审专家组","on":"2023-04-20","reason":"%s"}}}""";

    static final String AWARD = """
            {"awardId":"2021-0042","policy":"jkf_2022_9","direction":"JOURNAL","sameUnit":true,"sameContent":false,"funderLevel":"MUNICIPAL",
            "form":"MONEY","state":"PAID","decidedOn":"2021-06-01","receivedOn":"2021-08-15","amountYuan":2000000}""";

    private Explained() {
    }

    static Explanation park(Language language) {
        return of(PARK.formatted("", "有对接活动"), language);
    }

    static Explanation awardedBefore(Language language) {
        return of(PARK.formatted(AWARD, "有对接活动"), language);
    }

    static Explanation of(String request, Language language) {
        return EXPLAINER.explain(recorded(request), language);
    }

    /** With what would be better. */
    static Explanation lifted(String request) {
        byte[] answer = recorded(request);
        return EXPLAINER.explain(answer, Language.ZH, new Nearest(EVALUATIONS, BASES.catalogue(), Changeable.STATED).recorded(answer));
    }

    static byte[] recorded(String request) {
        Evaluations.Evaluated evaluated = EVALUATIONS.evaluate(request.getBytes(StandardCharsets.UTF_8));
        return new CanonicalJson().object().name("caller").value("system").name("core").canonical(evaluated.core()).name("coreDigest")
                .value(evaluated.coreDigest()).name("id").value(ID).name("simulated").value(false).name("time")
                .value("2023-04-21T09:30:00.000+08:00").end().bytes();
    }

    static Answer answer(Explanation explanation) {
        return explanation.answers().get(0);
    }

    static Line line(Explanation explanation, String clause) {
        return answer(explanation).lines().stream().filter(line -> line.clause().equals(clause)).findFirst().orElseThrow();
    }

    static JsonNode json(Explanation explanation, Depth depth) {
        try {
            return JSON.readTree(ExplanationJson.write(explanation, depth));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
