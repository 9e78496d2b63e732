package org.zhunsheng.explanation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The official wording of clauses, where an operator has supplied it: {@code <folder>/<policy>/<clause>.txt} in UTF-8. We ship none, since
 * our summaries are ours and the texts are their issuers'.
 *
 * @param folder null where there is none
 */
public record OfficialTexts(Path folder) {

    static final OfficialTexts NONE = new OfficialTexts(null);

    /** Null where none was supplied. */
    String of(String policy, String clause) {
        Path file = folder == null ? null : folder.resolve(policy).resolve(clause + ".txt");
        try {
            return file == null || !Files.isRegularFile(file) ? null : new String(Files.readAllBytes(file), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
