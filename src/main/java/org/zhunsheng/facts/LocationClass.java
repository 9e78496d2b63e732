package org.zhunsheng.facts;

/** Where something lies, as far as 国(境)外 is concerned (A06). */
public enum LocationClass { FOREIGN_COUNTRY, HK_MACAO_TAIWAN, MAINLAND_CHINA }
