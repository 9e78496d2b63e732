package org.zhunsheng.imports;

/** A file of which no row can be taken. */
final class UnusableFile extends Exception {

    private final transient Finding finding;

    UnusableFile(String zh, String en) {
        super(zh, null, false, false);
        this.finding = Finding.ofFile(zh, en);
    }

    Finding finding() {
        return finding;
    }
}
