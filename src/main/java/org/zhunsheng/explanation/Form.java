package org.zhunsheng.explanation;

import jakarta.ws.rs.core.MediaType;
import java.nio.charset.StandardCharsets;
import org.zhunsheng.explanation.Explanation.Depth;

/** The forms an explanation comes in; the first is for whoever does not mind. */
enum Form {

    JSON(MediaType.APPLICATION_JSON) {
        @Override
        byte[] write(Explanation explanation, Depth depth, String base) {
            return ExplanationJson.write(explanation, depth);
        }
    },

    HTML(MediaType.TEXT_HTML) {
        @Override
        byte[] write(Explanation explanation, Depth depth, String base) {
            return ExplanationHtml.write(explanation, depth).getBytes(StandardCharsets.UTF_8);
        }
    },

    PDF("application/pdf") {
        @Override
        byte[] write(Explanation explanation, Depth depth, String base) {
            return ExplanationPdf.write(explanation, depth, base);
        }
    },

    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet") {
        @Override
        byte[] write(Explanation explanation, Depth depth, String base) {
            return ExplanationWorkbook.write(explanation);
        }
    };

    private final MediaType type;

    Form(String type) {
        this.type = MediaType.valueOf(type);
    }

    MediaType type() {
        return type;
    }

    /** @param base where this service is reached */
    abstract byte[] write(Explanation explanation, Depth depth, String base);
}
