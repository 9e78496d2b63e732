package org.zhunsheng.tables;

/** When a row is asked at all; what does not fulfil it gets no finding from the row, not even "not met". */
record Constraint(FactPath path, Constant expected) {

    String drl() {
        return path + " == " + expected.text();
    }

    boolean holds(Object from) {
        return expected.value().equals(path.in(from));
    }
}
