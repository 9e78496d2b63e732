package org.zhunsheng.tables;

import java.util.List;

/** From where the rows of a table look: at which record, the way from it to the case, and what the case is under this policy. */
record Viewpoint(Class<?> pattern, String of, Class<?> root) {

    private static final List<String> PACKAGES = List.of("org.zhunsheng.facts.", "org.zhunsheng.findings.");

    FactPath fact(String path) {
        return FactPath.of(pattern, path);
    }

    FactPath ofCase(String name) {
        return fact(of.isEmpty() ? name : of + "." + name);
    }

    FactPath readings() {
        return ofCase("readings");
    }

    FactPath judgements() {
        return ofCase("judgements");
    }

    /** A class by the name that rules use for it: {@code ForeignRd.Category} without its package. */
    static Class<?> named(String name) {
        for (String start : PACKAGES) {
            try {
                return Class.forName(start + name.replace('.', '$'));
            } catch (ClassNotFoundException e) {
                // look into the other package
            }
        }
        throw new IllegalArgumentException("没有名为 " + name + " 的类型");
    }
}
