package org.zhunsheng.facts;

/** 后补助, 事前补助, 一企一策. */
public enum PaymentMode { POST_GRANT, PRE_GRANT, ONE_ENTERPRISE_ONE_POLICY }
