package org.zhunsheng.database;

/** The service does not start on this database; the message says what to change. */
public final class UnsuitableDatabase extends RuntimeException {

    UnsuitableDatabase(String message) {
        super(message);
    }

    UnsuitableDatabase(String message, Throwable cause) {
        super(message, cause);
    }
}
