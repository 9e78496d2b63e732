package org.zhunsheng.imports;

import java.time.Instant;
import java.util.Map;

/**
 * A file that is to be imported, as it was handed in.
 *
 * @param part    of the target's kind, or empty
 * @param said    what the request said of the file as a whole
 * @param partial whether good rows are taken where others are refused
 */
public record Order(String id, String kind, String part, Map<String, String> said, boolean partial, Format format, String digest, long bytes,
                    Instant at, String by) {

    public enum Format { CSV, XLSX }

    public String target() {
        return part.isEmpty() ? kind : kind + ":" + part;
    }

    /** Whether the same is asked with the same file; who asks, and when, does not matter. */
    boolean sameAs(Order other) {
        return kind.equals(other.kind) && part.equals(other.part) && said.equals(other.said) && partial == other.partial
                && digest.equals(other.digest);
    }
}
