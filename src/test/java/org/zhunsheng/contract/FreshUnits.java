package org.zhunsheng.contract;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.response.Response;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.zhunsheng.subjects.CodeSamples;
import org.zhunsheng.subjects.CreditCode;

/** What was entered stays, and a code belongs to one unit: each run of an example has codes of its own in place of those shown. */
final class FreshUnits {

    private static final Pattern SHOWN = Pattern.compile("91999999[0-9]{9}[0-9A-Z]");

    private final Map<String, String> codes = new HashMap<>();

    /** The unit of this run, once it was entered. */
    Response founded;

    JsonNode in(JsonNode shown) throws IOException {
        if (shown == null) {
            return null;
        }
        String own = in(shown.toString());
        return Contract.JSON.readTree(founded == null || !shown.has("id") ? own : own.replace(shown.get("id").asText(), founded.path("id")));
    }

    String in(String shown) {
        return SHOWN.matcher(shown).replaceAll(code -> new CreditCode(code.group()).checks() ? codes.computeIfAbsent(code.group(),
                any -> CodeSamples.code(ThreadLocalRandom.current().nextLong(1_000_000_000L)).text()) : Matcher.quoteReplacement(code.group()));
    }
}
