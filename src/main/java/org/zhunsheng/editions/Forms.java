package org.zhunsheng.editions;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Variant;
import java.util.List;
import org.zhunsheng.wire.ProblemCode;
import org.zhunsheng.wire.ProblemException;

/** The forms in which something comes. */
final class Forms {

    static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    static final MediaType WORKBOOK = MediaType.valueOf(XLSX);
    static final MediaType PAGE = MediaType.TEXT_HTML_TYPE;
    static final MediaType TEXT = MediaType.valueOf("text/plain;charset=UTF-8");

    private Forms() {
    }

    static MediaType chosen(Request request, List<MediaType> forms) {
        Variant chosen = request.selectVariant(forms.stream().map(form -> new Variant(form, (String) null, null)).toList());
        if (chosen == null) {
            String named = String.join("、", forms.stream().map(MediaType::toString).toList());
            throw new ProblemException(ProblemCode.NOT_ACCEPTABLE, "格式有：" + named, "it comes as: " + named.replace("、", ", "));
        }
        return forms.stream().filter(form -> form.isCompatible(chosen.getMediaType())).findFirst().orElseThrow();
    }
}
