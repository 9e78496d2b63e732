package org.zhunsheng.tables;

import java.util.Arrays;
import java.util.List;

/** A value a fact is compared with: as rules write it, and itself. */
record Constant(String text, Object value) {

    /** {@code ForeignRd.Category.OPEN_INNOVATION_PLATFORM}, {@code true}; anything without a dot is a word. */
    static Constant of(String text) {
        if (text.equals("true") || text.equals("false")) {
            return new Constant(text, Boolean.valueOf(text));
        }
        int dot = text.lastIndexOf('.');
        if (dot < 0) {
            return word(text);
        }
        String name = text.substring(dot + 1);
        Object value = Arrays.stream(Viewpoint.named(text.substring(0, dot)).getEnumConstants())
                .filter(each -> ((Enum<?>) each).name().equals(name)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("没有代码 " + text));
        return new Constant(text, value);
    }

    static Constant word(String word) {
        return new Constant("\"" + word + "\"", word);
    }

    static Object[] values(List<Constant> constants) {
        return constants.stream().map(Constant::value).toArray();
    }
}
