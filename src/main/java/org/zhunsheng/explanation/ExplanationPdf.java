package org.zhunsheng.explanation;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import io.nayuki.qrcodegen.QrCode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.zhunsheng.explanation.Explanation.Depth;
import org.zhunsheng.pages.Html;
import org.zhunsheng.pages.Wording;

/**
 * The page on paper: A4, numbered, with the decision and the digest of its core on every sheet and a code that leads to the proof. The
 * font comes with the service; Noto Sans SC was the alternative, whose text does not copy as it reads.
 */
final class ExplanationPdf {

    private static final String FAMILY = "Zhunsheng Kai";
    private static final byte[] FONT = font();
    private static final CmapLookup LETTERS = letters();

    private ExplanationPdf() {
    }

    /** @param base where this service is reached, without a slash at the end */
    static byte[] write(Page told, Depth depth, String base) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            new PdfRendererBuilder().useFastMode().withHtmlContent(page(told, depth, base), null).useUriResolver((from, uri) -> null)
                    .useFont(() -> new ByteArrayInputStream(FONT), FAMILY, 400, FontStyle.NORMAL, true).useSVGDrawer(new PrintedShapes())
                    .withProducer("准绳").toStream(bytes).run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** What is set: the page as it is shown, for paper. */
    static String page(Page told, Depth depth, String base) {
        return legible(told.html(depth, style(told), proof(told, base)));
    }

    private static String style(Page told) {
        Wording wording = new Wording(told.language());
        Explanation.Identity identity = told.identity();
        return """
                @page { size: A4; margin: 16mm 15mm 20mm 15mm;
                  @bottom-left { font: 7.5pt "%1$s"; color: #595959; content: "%2$s\\A %3$s"; white-space: pre; }
                  @bottom-right { font: 8pt "%1$s"; content: "%4$s" counter(page) "%5$s" counter(pages) "%6$s"; } }
                body { font-family: "%1$s"; font-size: 10pt; }
                table { -fs-table-paginate: paginate; }
                tr.long { page-break-inside: auto; }
                .check, .remedy, .proof { page-break-inside: avoid; }
                """.formatted(FAMILY, identity.id(), identity.coreDigest(), wording.say("第 ", "page "), wording.say(" 页，共 ", " of "), wording.say(" 页", ""));
    }

    private static String proof(Page told, String base) {
        Wording wording = new Wording(told.language());
        String address = base + told.identity().kind().place() + told.identity().id() + "/receipt";
        QrCode code = QrCode.encodeText(address, QrCode.Ecc.MEDIUM);
        Html html = new Html().open("div", "class", "proof").of("p", wording.say("凭证：", "Proof: ") + address);
        int module = 3;
        String side = String.valueOf((code.size + 8) * module);
        html.open("svg", "xmlns", "http://www.w3.org/2000/svg", "width", side, "height", side, "viewBox", "0 0 " + side + " " + side, "role", "img",
                "aria-label", address).of("title", address);
        for (int y = 0; y < code.size; y++) {
            for (int x = 0; x < code.size; x++) {
                int from = x;
                while (x < code.size && code.getModule(x, y)) {
                    x++;
                }
                if (x > from) {
                    // four modules of quiet around it
                    html.empty("rect", "x", String.valueOf((from + 4) * module), "y", String.valueOf((y + 4) * module), "width",
                            String.valueOf((x - from) * module), "height", String.valueOf(module), "fill", "#000000");
                }
            }
        }
        return html.close().close().toString();
    }

    /** A character the font has no shape for is named, so that it is neither lost nor taken for another. */
    static String legible(String page) {
        StringBuilder legible = new StringBuilder(page.length());
        page.codePoints().forEach(point -> {
            if (point < 0x80 || LETTERS.getGlyphId(point) != 0) {
                legible.appendCodePoint(point);
            } else {
                legible.append("〔U+%04X〕".formatted(point));
            }
        });
        return legible.toString();
    }

    private static byte[] font() {
        try (InputStream in = ExplanationPdf.class.getResourceAsStream("/explanation/ZhunshengKai-Regular.ttf")) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static CmapLookup letters() {
        try {
            return new TTFParser().parse(new RandomAccessReadBuffer(FONT)).getUnicodeCmapLookup();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
