package org.zhunsheng.proof;

/** The log cannot be read or written now. */
final class LogUnavailable extends RuntimeException {

    LogUnavailable(Throwable cause) {
        super(cause);
    }
}
