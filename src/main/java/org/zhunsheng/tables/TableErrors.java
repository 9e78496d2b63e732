package org.zhunsheng.tables;

import java.util.List;
import java.util.stream.Collectors;

/** Workbooks that cannot be accepted, with everything wrong in them: an analyst mends them in one go, not one upload per error. */
public final class TableErrors extends RuntimeException {

    private final transient List<CellError> errors;

    TableErrors(List<CellError> errors) {
        super(errors.stream().map(CellError::toString).collect(Collectors.joining("\n")));
        this.errors = List.copyOf(errors);
    }

    public List<CellError> errors() {
        return errors;
    }
}
