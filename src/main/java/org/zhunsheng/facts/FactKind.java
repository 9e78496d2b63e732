package org.zhunsheng.facts;

/** What a fact looks like to whoever supplies it. */
public enum FactKind { BOOLEAN, INTEGER, DECIMAL, MONEY, DATE, TEXT, ENUM, RECORD, LIST, YEAR_MAP }
