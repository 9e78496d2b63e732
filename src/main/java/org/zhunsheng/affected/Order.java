package org.zhunsheng.affected;

import java.time.Instant;

/**
 * What is to be found out: how the recorded decisions of a document would come out if one edition of one of its tables decided instead.
 *
 * @param base  the rule base in force, against which it is held
 * @param draft the rule base that the edition makes of it
 * @param upTo  the last place in the record that counts
 * @param sample null where all are made again
 */
public record Order(String id, String policy, String workbook, int edition, String digest, String base, String draft, long upTo, Sample sample, Instant at,
                    String by) {

    /** So many of each stratum, drawn by a seed; who knows it draws the same. */
    public record Sample(String seed, int each) {
    }
}
