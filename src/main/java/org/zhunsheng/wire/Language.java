package org.zhunsheng.wire;

import java.util.List;
import java.util.Locale;

/** Messages exist in Chinese and in English; whoever does not prefer English gets Chinese. */
public enum Language {
    ZH, EN;

    private static final List<Locale> OFFERED = List.of(Locale.CHINESE, Locale.ENGLISH);

    /** Of an Accept-Language header, which may be absent or nonsense. */
    public static Language of(String accepted) {
        if (accepted == null || accepted.isBlank()) {
            return ZH;
        }
        try {
            return Locale.ENGLISH.equals(Locale.lookup(Locale.LanguageRange.parse(accepted), OFFERED)) ? EN : ZH;
        } catch (IllegalArgumentException nonsense) {
            return ZH;
        }
    }

    public String tag() {
        return this == EN ? "en" : "zh-CN";
    }

    public String choose(String zh, String en) {
        return this == EN ? en : zh;
    }
}
