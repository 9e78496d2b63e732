package org.zhunsheng.explanation;

import jakarta.ws.rs.core.MediaType;
import java.nio.charset.StandardCharsets;
import org.zhunsheng.explanation.Explanation.Depth;

/** The forms an explanation comes in; the first is for whoever does not mind. */
enum Form {

    JSON(MediaType.APPLICATION_JSON) {
        @Override
        byte[] write(Page page, Depth depth, String base) {
            return page.json(depth);
        }
    },

    HTML(MediaType.TEXT_HTML) {
        @Override
        byte[] write(Page page, Depth depth, String base) {
            return page.html(depth, "", "").getBytes(StandardCharsets.UTF_8);
        }
    },

    PDF("application/pdf") {
        @Override
        byte[] write(Page page, Depth depth, String base) {
            return ExplanationPdf.write(page, depth, base);
        }
    },

    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet") {
        @Override
        byte[] write(Page page, Depth depth, String base) {
            return page.workbook();
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
    abstract byte[] write(Page page, Depth depth, String base);
}
