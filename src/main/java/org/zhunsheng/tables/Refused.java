package org.zhunsheng.tables;

/** A cell's content does not fit its column; says what is allowed. Whoever knows the address makes a {@link CellError} of it. */
final class Refused extends Exception {

    Refused(String expected) {
        super(expected);
    }

    String expected() {
        return getMessage();
    }
}
