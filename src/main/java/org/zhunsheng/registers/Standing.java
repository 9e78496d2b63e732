package org.zhunsheng.registers;

/**
 * What a register says of a unit on a day.
 *
 * @param entry    where it is listed
 * @param snapshot that the answer rests on, or that is too old for one; null where there is none
 * @param ageDays  how many days before the day the snapshot ends; null where there is none
 */
public record Standing(State state, Entry entry, Snapshot snapshot, Integer ageDays, String zh, String en) {

    public enum State { LISTED, NOT_LISTED, UNKNOWN }
}
