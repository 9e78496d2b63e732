package org.zhunsheng.record;

/** The record cannot be written or read now, so nothing may be answered. */
public final class RecordUnavailable extends RuntimeException {

    RecordUnavailable(String message) {
        super(message);
    }

    RecordUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
