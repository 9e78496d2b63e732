package org.zhunsheng.registers;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;

/** A register that can be asked, whether its lists were imported or it is asked where it is kept. */
public interface Register {

    RegisterDescription description();

    /** @param knownAt what the service learned later is left out, so that the same question has the same answer for ever */
    Standing standing(String code, LocalDate day, Instant knownAt) throws SQLException;
}
