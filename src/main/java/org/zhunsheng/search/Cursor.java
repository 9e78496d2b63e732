package org.zhunsheng.search;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a page ended: the next one begins below. What comes into the log meanwhile stands above, so that no page skips or repeats anything.
 *
 * @param upTo   entries of the log that the first page looked at
 * @param filter digest of what was asked for, which the next page must ask for as well
 */
record Cursor(long position, int part, long upTo, String filter) {

    private static final Pattern WRITTEN = Pattern.compile("(\\d{1,18})\\.(\\d{1,4})\\.(\\d{1,18})\\.([0-9a-f]{16})");

    /** Above everything. */
    static Cursor first(long upTo, Filter filter) {
        return new Cursor(upTo, 0, upTo, filter.digest());
    }

    String written() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString((position + "." + part + "." + upTo + "." + filter).getBytes(StandardCharsets.US_ASCII));
    }

    static Optional<Cursor> read(String written) {
        try {
            Matcher parts = WRITTEN.matcher(new String(Base64.getUrlDecoder().decode(written), StandardCharsets.ISO_8859_1));
            return parts.matches() ? Optional.of(new Cursor(Long.parseLong(parts.group(1)), Integer.parseInt(parts.group(2)), Long.parseLong(parts.group(3)),
                    parts.group(4))) : Optional.empty();
        } catch (IllegalArgumentException noBase64) {
            return Optional.empty();
        }
    }
}
