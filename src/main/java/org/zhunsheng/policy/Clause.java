package org.zhunsheng.policy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One line of the ledger. {@code judgements} are its discretion points with the grades each admits, best first; a point without
 * grades is a yes or no. {@code optional} facts are those the clause passes without. Between documents, {@code home} are the clauses of
 * documents that say it or that it would follow from.
 */
public record Clause(String id, Kind kind, Status status, Compose compose, String zh, String en, Remedy remedy, String why,
                     Map<String, List<String>> judgements, List<String> optional, List<String> readings, List<String> home) {

    private static final Pattern CAP = Pattern.compile("上限(\\d+(?:\\.\\d+)?)(万)?元");

    public enum Kind { PURPOSE, PRINCIPLE, DEFINITION, SCOPE, ELIGIBILITY, TIER, AMOUNT, JUDGEMENT, PAYMENT_MODE, FUND_USE, PROCEDURE,
        DEADLINE, ANTI_DUPLICATION, DISQUALIFICATION, PRE_DISBURSEMENT, OBLIGATION, SANCTION, PRECEDENCE }

    /** How a clause is decided: by a rule, a row of a decision table, a person, its parts, or not at all. */
    public enum Status { RULE, TABLE, JUDGEMENT, COMPOSED, INFORMATION }

    /** What the applicant can do. */
    public record Remedy(String zh, String en) {
    }

    public Clause {
        judgements = judgements == null ? Map.of() : judgements;
        optional = optional == null ? List.of() : optional;
        readings = readings == null ? List.of() : readings;
        home = home == null ? List.of() : home;
        require(id, status != null && kind != null, "缺少 kind 或 status");
        require(id, (status == Status.COMPOSED) == (compose != null), "composed 条款必须且只有它可以写 compose");
        require(id, (status == Status.INFORMATION) == (why != null), "information 条款必须且只有它可以写 why");
        require(id, (status == Status.INFORMATION) == (remedy == null), "除 information 外都要写 remedy");
        require(id, notBlank(zh) && notBlank(en), "缺少中文或英文摘要");
    }

    private static boolean notBlank(String text) {
        return text != null && !text.isBlank();
    }

    private static void require(String id, boolean held, String message) {
        if (!held) {
            throw new IllegalArgumentException("条款 " + id + "：" + message);
        }
    }

    public boolean isLeaf() {
        return status != Status.COMPOSED && status != Status.INFORMATION;
    }

    /** The clause this one is a part of, by its id; null at the top. */
    public boolean isPartOf(String parent) {
        return id.length() > parent.length() && id.startsWith(parent) && id.charAt(parent.length()) == '.';
    }

    /** The amount up to which it supports, as its summary says it; absent where it says none. A field of its own could say another. */
    public Optional<BigDecimal> capYuan() {
        Matcher cap = CAP.matcher(zh);
        return cap.find() ? Optional.of(new BigDecimal(cap.group(1)).multiply(BigDecimal.valueOf(cap.group(2) == null ? 1 : 10_000))) : Optional.empty();
    }
}
