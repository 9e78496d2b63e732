package org.zhunsheng.duplication;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.zhunsheng.cases.Case;
import org.zhunsheng.policy.Policy;
import org.zhunsheng.rulebase.RuleBases;

/**
 * A case whose history the ledger remembers instead of the caller: the earlier awards to be written, what is checked then, and what is
 * evaluated. Units and contents are new each time, since the ledger forgets nothing.
 */
record LedgerCase(List<JsonNode> awards, JsonNode check, JsonNode evaluation) {

    /** Why the ledger cannot hold what a case says. */
    static final class LeftOut extends RuntimeException {
        LeftOut(String reason) {
            super(reason);
        }
    }

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final RuleBases BASES = new RuleBases();
    private static final String UNHELD = "未收录的专项";

    /** Where the day of other money matters to nobody, and yet the ledger wants one. */
    private static final String BEFORE_ALL = "2022-01-01";

    /** Whether earlier awards speak in this case at all. */
    static boolean isAbout(Case one) {
        return one.request().at("/facts/awardsHistory").size() > 0 || one.request().at("/facts/supports").size() > 1;
    }

    static LedgerCase of(Case one) {
        LedgerCase through = new Translation(one.request().deepCopy()).translated();
        boolean asksOwnDocument = through.check.get("policy").asText().equals("jkf_2022_9");
        boolean says = one.expect().path("verdicts").properties().stream().map(Map.Entry::getKey)
                .anyMatch(clause -> !clause.equals("R7") && !(clause.equals("own") && asksOwnDocument));
        if (through.evaluation == null && !says) {
            throw new LeftOut("用例只问依据文件自己和配套，查重不在这里答");
        }
        return through;
    }

    /** One translation; the same code or key in the case is the same new one here. */
    private static final class Translation {

        private final ObjectNode request;
        private final Map<String, String> units = new HashMap<>();
        private final Map<String, String> contents = new HashMap<>();

        Translation(ObjectNode request) {
            this.request = request;
        }

        LedgerCase translated() {
            return request.at("/facts/supports").isMissingNode() ? ofHistory() : ofSupports();
        }

        private LedgerCase ofHistory() {
            ObjectNode facts = (ObjectNode) request.get("facts");
            JsonNode history = facts.remove("awardsHistory");
            ObjectNode applicant = facts.withObject("/applicant");
            ObjectNode application = facts.withObject("/application");
            String unit = unit(applicant.path("unifiedSocialCreditCode").asText("申报单位"));
            String content = content(application.path("contentKey").asText("本项目"));
            applicant.put("unifiedSocialCreditCode", unit);
            application.put("contentKey", content);
            if (!application.has("noticeDeadline")) {
                // no guide is held for a case; the service under test may hold one that another test entered
                application.putObject("noticeDeadline").put("none", true);
            }
            List<JsonNode> awards = new ArrayList<>();
            history.forEach(each -> award(each, unit, content).ifPresent(awards::add));
            ObjectNode check = check(unit, content, application.required("submittedOn").asText());
            check.set("direction", request.required("direction"));
            return new LedgerCase(awards, check, request);
        }

        private Optional<JsonNode> award(JsonNode each, String applicant, String content) {
            if (isRefused(each)) {
                return Optional.empty();
            }
            if (each.path("policy").has("none") && !each.has("decidedOn")) {
                ((ObjectNode) each).put("decidedOn", each.path("receivedOn").asText(BEFORE_ALL));
            }
            ObjectNode award = told(each, each.path("policy").has("none") ? UNHELD : stated(each, "policy"));
            if (each.has("unitCode") || each.has("sameUnit")) {
                award.put("unitCode", each.has("unitCode") ? unit(each.get("unitCode").asText())
                        : each.get("sameUnit").asBoolean() ? applicant : unit("另一单位"));
            } else {
                throw new LeftOut("没有写是哪个单位，台账总是知道");
            }
            if (each.has("contentKey") || each.has("sameContent")) {
                award.put("contentKey", each.has("contentKey") ? content(each.get("contentKey").asText())
                        : each.get("sameContent").asBoolean() ? content : content("另一内容"));
            }
            if (!award.path("unitCode").asText().equals(applicant) && !award.path("contentKey").asText().equals(content) && isOpen(each)) {
                throw new LeftOut("别的单位的支持，内容标识不同或没有，只有相似才找得到");
            }
            if (!each.path("direction").has("none")) {
                award.put("direction", stated(each, "direction"));
            }
            return Optional.of(award);
        }

        /** What was refused was never awarded, so the ledger has nothing of it. */
        private static boolean isRefused(JsonNode each) {
            return stated(each, "state").equals("REJECTED");
        }

        /** Whether a person may find its content the same after all. */
        private boolean isOpen(JsonNode each) {
            return !each.has("contentKey") && !each.has("sameContent") || request.path("judgements").toString().contains("#content");
        }

        private LedgerCase ofSupports() {
            List<JsonNode> earlier = new ArrayList<>();
            request.at("/facts/supports").forEach(earlier::add);
            JsonNode applied = earlier.remove(earlier.size() - 1);
            LocalDate day = LocalDate.parse(stated(applied, "decidedOn"));
            List<JsonNode> awards = new ArrayList<>();
            for (JsonNode each : earlier) {
                if (!LocalDate.parse(stated(each, "decidedOn")).isBefore(day)) {
                    throw new LeftOut("问的不是最后决定的一项");
                }
                if (isRefused(each)) {
                    continue;
                }
                String policy = each.path("policy").has("none") ? UNHELD : stated(each, "policy");
                ObjectNode award = told(each, policy);
                award.put("unitCode", unit(stated(each, "unitCode")));
                put(award, "contentKey", each.has("contentKey") ? content(each.get("contentKey").asText()) : null);
                put(award, "clause", each.path("clause").asText(null));
                awards.add(award);
            }
            if (applied.path("policy").has("none") || !applied.path("form").asText("MONEY").equals("MONEY")) {
                throw new LeftOut("申请的不是所收录文件的资金，没有可问的文件");
            }
            return new LedgerCase(awards, check(applied, day), null);
        }

        private ObjectNode check(JsonNode applied, LocalDate day) {
            request.set("policy", applied.get("policy"));
            ObjectNode check = check(unit(stated(applied, "unitCode")), applied.has("contentKey") ? content(applied.get("contentKey").asText()) : null,
                    day.toString());
            put(check, "clause", applied.path("clause").asText(null));
            Policy policy = BASES.inForce(stated(applied, "policy")).orElseThrow().policy();
            policy.directions().stream().filter(each -> (stated(applied, "clause") + ".").startsWith(each.clause() + ".")).findFirst()
                    .ifPresent(direction -> check.put("direction", direction.id()));
            if (applied.has("passesOwnDocument")) {
                for (String point : List.of("own", "R10")) {
                    check.withObject("/judgements").putObject("cross_policy/" + point).put("by", "评审组").put("on", day.toString()).put("reason", "用例给定")
                            .set("value", applied.get("passesOwnDocument"));
                }
            }
            return check;
        }

        private ObjectNode check(String unit, String content, String day) {
            ObjectNode check = JSON.createObjectNode().put("simulate", true).put("unitCode", unit).put("day", day);
            put(check, "contentKey", content);
            check.set("policy", request.required("policy"));
            check.set("judgements", request.path("judgements").deepCopy());
            if (request.has("readings")) {
                check.set("readings", request.get("readings"));
            }
            return check;
        }

        private static ObjectNode told(JsonNode each, String policy) {
            ObjectNode award = JSON.createObjectNode().put("policy", policy).put("source", "用例").put("form", each.path("form").asText("MONEY"));
            award.put("state", switch (stated(each, "state")) {
                case "APPROVED" -> "CONFIRMED";
                case "APPLIED" -> throw new LeftOut("在申的还不是支持，台账不收");
                default -> each.get("state").asText();
            });
            Optional<String> level = BASES.inForce(policy).map(base -> base.policy().funderLevel() == null ? "MUNICIPAL" : base.policy().funderLevel().name());
            award.put("funderLevel", level.map(known -> each.path("funderLevel").asText(known)).orElseGet(() -> stated(each, "funderLevel")));
            LocalDate decided = LocalDate.parse(stated(each, "decidedOn"));
            if (decided.isAfter(LocalDate.now())) {
                throw new LeftOut("决定日期还没有到，台账不收");
            }
            award.put("decidedOn", decided.toString());
            for (String name : List.of("receivedOn", "amountYuan")) {
                if (each.path(name).isValueNode()) {
                    award.set(name, each.get(name));
                }
            }
            return award;
        }

        private String unit(String named) {
            return units.computeIfAbsent(named, any -> Unit.code());
        }

        private String content(String named) {
            return contents.computeIfAbsent(named, any -> Unit.content());
        }

        private static void put(ObjectNode into, String name, String value) {
            if (value != null) {
                into.put(name, value);
            }
        }

        private static String stated(JsonNode each, String name) {
            if (!each.path(name).isValueNode()) {
                throw new LeftOut("没有写 " + name + "，台账必写");
            }
            return each.get(name).asText();
        }
    }
}
