package org.zhunsheng.tables;

import java.util.HashMap;
import java.util.Map;

/**
 * One case of a boundary grid: facts by their path from the record that rows look at, judgements by point, readings that depart from the
 * default. What is not given is missing.
 */
record GridCase(Map<String, Object> given, Map<String, Object> judged, Map<String, String> chosen) {

    static GridCase empty() {
        return new GridCase(new HashMap<>(), new HashMap<>(), new HashMap<>());
    }
}
