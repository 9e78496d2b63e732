package org.zhunsheng.explanation;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.zhunsheng.cases.Case;
import org.zhunsheng.database.Database;
import org.zhunsheng.database.TestServer;
import org.zhunsheng.duplication.LedgerCalls;
import org.zhunsheng.evaluation.Evaluations;
import org.zhunsheng.matching.Finder;
import org.zhunsheng.subjects.CodeSamples;
import org.zhunsheng.wire.CanonicalJson;
import org.zhunsheng.wire.Digest;
import org.zhunsheng.pages.Wording;
import org.zhunsheng.wire.Language;

/** A dozen decisions of every kind and every document, explained: what readers are shown. */
final class Dozen {

    private static final String UNIT = CodeSamples.code(41).text();
    private static final String OTHER = CodeSamples.code(42).text();
    private static final Map<String, String> WORKED = Map.of("jjg_2022_8", "海关的严重记录还在三年内", "jkf_2022_4", "示范区以外的本市企业办学术会议，参照执行", "jkgf_2025_69",
            "六份协议只有四家机构", "zkyf_2020_43", "丰台园的轨道交通，第19项点名");

    private final Map<String, Page> pages = new LinkedHashMap<>();
    private final Evaluations evaluations = new Evaluations(Explained.BASES);

    private Dozen() {
    }

    /** By the names of the files that their approved texts are kept in. */
    static Map<String, Page> pages() throws IOException {
        Dozen dozen = new Dozen();
        dozen.evaluations();
        dozen.matches();
        dozen.checks();
        return dozen.pages;
    }

    private void evaluations() throws IOException {
        pages.put("evaluation-park-by-a-hair", Explained.lifted(Explained.PARK.formatted("", "有对接活动")));
        pages.put("evaluation-awarded-before", Explained.lifted(Explained.PARK.formatted(Explained.AWARD, "有对接活动")));
        pages.put("evaluation-facts-missing", Explained.lifted("""
                {"policy":"jkf_2022_9","question":"SUPPORT","direction":"JOURNAL","facts":{"application":{"submittedOn":"2023-03-15"},"journal":{"index":"SCIE"}}}"""));
        for (Map.Entry<String, String> worked : new TreeMap<>(WORKED).entrySet()) {
            Case one = Case.all().stream().filter(each -> each.policy().equals(worked.getKey()) && each.title().endsWith(worked.getValue())).findFirst().orElseThrow();
            pages.put("evaluation-" + worked.getKey(), Explained.lifted(Explained.JSON.writeValueAsString(one.request())));
        }
    }

    private void matches() throws IOException {
        Finder finder = new Finder(Explained.BASES, evaluations);
        pages.put("match-of-ten-activities", match(finder.found(), Language.ZH));
        byte[] two = finder.found("""
                {"facts":{"awardsHistory":[],"application":{"submittedOn":"2023-03-15","submittedThroughCityPlatform":true,"integrityCommitmentSubmitted":true},
                "applicant":{"entityType":"UNIVERSITY","registeredPlace":"ZGC_DEMONSTRATION_ZONE"},"creditBeforeReview":{"reviewDate":"2023-04-20",
                "researchIntegrityPenaltyInForce":false,"listedAsJudgmentDefaulter":false,"listedAsSeriouslyDishonestEnterprise":false,"otherJointPunishmentListing":false}},
                "activities":[{"activity":"期刊","facts":{"journal":{"index":"SCIE"}}},{"activity":"园区","facts":{"park":{"locationClass":"FOREIGN_COUNTRY",
                "physicalParkBuilt":true,"operatorRegisteredOn":"2018-05-10","siteAreaM2":36000,"occupancyRatePercent":78,"beijingOrCooperatingCompanyCount":12}},
                "judgements":{"jkf_2022_9/6.2.2":{"value":true,"by":"评审专家组","on":"2023-04-20","reason":"运营报告可以证明"},
                "jkf_2022_9/6.2.3":{"value":true,"by":"评审专家组","on":"2023-04-20","reason":"有对接活动"}}}]}""".getBytes(UTF_8), LocalDate.of(2023, 3, 15));
        pages.put("match-one-left-out", match(two, Language.ZH));
        pages.put("match-one-left-out-english", match(two, Language.EN));
    }

    private void checks() throws IOException {
        try (Database database = Database.at(TestServer.POSTGRES_18.emptyDatabase(), 2)) {
            LedgerCalls ledger = new LedgerCalls(database, Explained.BASES, evaluations);
            String check = "{\"unitCode\":\"" + UNIT + "\",\"policy\":\"jkf_2022_9\",\"direction\":\"JOURNAL\",\"day\":\"2026-05-30\"%s}";
            pages.put("check-clear", check(ledger.check(check.formatted(""))));
            ledger.award("""
                    {"unitCode":"%s","policy":"jkf_2022_9","direction":"OVERSEAS_PARK","funderLevel":"MUNICIPAL","form":"MONEY","state":"PAID",
                     "decidedOn":"2023-05-30","amountYuan":2000000,"title":"高寒地区的混凝土自修复涂层检测装置研制","source":"决算"}""".formatted(UNIT));
            pages.put("check-blocked", check(ledger.check(check.formatted(",\"title\":\"面向高寒地区的混凝土自修复涂层快速检测装置\""))));
            pages.put("check-suspect", check(ledger.check(check.replace(UNIT, OTHER).formatted(",\"title\":\"面向高寒地区的混凝土自修复涂层快速检测装置\""))));
        }
    }

    private static Page match(byte[] core, Language language) {
        return new MatchAccount(Explainer.tree(recorded(core)), Explained.LIBRARY, new Wording(language)).whole();
    }

    private static Page check(byte[] core) {
        return new CheckAccount(Explainer.tree(recorded(core)), Explained.LIBRARY, new Wording(Language.ZH)).whole();
    }

    private static byte[] recorded(byte[] core) {
        return new CanonicalJson().object().name("caller").value("system").name("core").canonical(core).name("coreDigest").value(Digest.of(core))
                .name("id").value(Explained.ID).name("simulated").value(false).name("time").value("2026-04-21T09:30:00.000+08:00").end().bytes();
    }
}
