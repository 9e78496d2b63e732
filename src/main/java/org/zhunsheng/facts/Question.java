package org.zhunsheng.facts;

/** What is asked. The clauses a question selects stand in the ledger of each document. */
public enum Question { SUPPORT, RECOGNITION, SCOPE, PROCEDURE, PAYMENT, DUTY, STATUS, SANCTION, STACKING }
