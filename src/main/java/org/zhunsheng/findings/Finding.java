package org.zhunsheng.findings;

/** What a rule handed over. Which clause it stands for, and where its figure stands, is annotated on the rule. */
public record Finding(String rule, Verdict verdict) {
}
