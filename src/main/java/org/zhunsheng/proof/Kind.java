package org.zhunsheng.proof;

/** What the log attests. */
enum Kind {
    DECISION, JUDGEMENT, RULE_BASE, LEDGER, SUBJECT, REGISTER, ROLE, GUIDE, AUDIT, TABLE, LAW
}
