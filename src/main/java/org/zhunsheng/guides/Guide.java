package org.zhunsheng.guides;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.zhunsheng.wire.CanonicalJson;
import org.zhunsheng.wire.Digest;
import org.zhunsheng.wire.GuideRequest;

/** What the notice of a year says: the days between which is applied, key fields and countries, and what it requires beyond the document. */
public record Guide(String policy, int year, LocalDate opensOn, LocalDate closesOn, List<String> keyFields, List<String> keyCountries,
                    List<GuideRequest.Limit> limits, String source) {

    private static final ObjectMapper JSON = JsonMapper.builder().addModule(new JavaTimeModule()).build();

    static Guide of(String policy, int year, GuideRequest request) {
        return new Guide(policy, year, request.opensOn(), request.closesOn(), request.keyFields(), request.keyCountries(), request.limits(),
                request.source());
    }

    static Guide read(String content) {
        try {
            return JSON.readValue(content, Guide.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("保存的申报通知不是有效的 JSON", e);
        }
    }

    /** Its bytes, from which it is read again and by whose digest decisions name it. */
    String content() {
        return new String(write(new CanonicalJson(), null).bytes(), StandardCharsets.UTF_8);
    }

    static String digest(String content) {
        return Digest.of(content.getBytes(StandardCharsets.UTF_8));
    }

    /** @param entered as which edition, where that is to be told as well */
    CanonicalJson write(CanonicalJson json, GuideEdition entered) {
        json.object();
        if (entered != null) {
            json.name("by").value(entered.enteredBy());
        }
        if (closesOn != null) {
            json.name("closesOn").value(closesOn.toString());
        }
        if (entered != null) {
            json.name("digest").value(entered.digest()).name("edition").value(entered.edition()).name("enteredAt").value(entered.time());
        }
        json.name("keyCountries").array();
        keyCountries.forEach(json::value);
        json.end().name("keyFields").array();
        keyFields.forEach(json::value);
        json.end().name("limits").array();
        limits.forEach(limit -> json.object().name("clause").value(limit.clause()).name("en").value(limit.en()).name("zh").value(limit.zh()).end());
        json.end();
        if (opensOn != null) {
            json.name("opensOn").value(opensOn.toString());
        }
        return json.name("policy").value(policy).name("source").value(source).name("year").value(year).end();
    }
}
