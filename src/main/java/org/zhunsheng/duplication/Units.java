package org.zhunsheng.duplication;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.zhunsheng.subjects.AdmittedCode;
import org.zhunsheng.subjects.CreditCode;
import org.zhunsheng.subjects.Lineage;
import org.zhunsheng.subjects.Subjects;
import org.zhunsheng.wire.AwardRequest;
import org.zhunsheng.wire.Problems;

/** The units that requests name by their codes. */
final class Units {

    private final Subjects subjects;

    Units(Subjects subjects) {
        this.subjects = subjects;
    }

    /** The code as written, or null where it is none; a check character that does not fit needs a reason. */
    static CreditCode code(AwardRequest.Unit unit, Problems problems) {
        AdmittedCode admitted = AdmittedCode.of(unit.code(), unit.checkCharacterReason(), "/unitCode", problems);
        return admitted == null ? null : admitted.code();
    }

    static CreditCode code(String written, Problems problems) {
        return written == null ? null : AdmittedCode.read(written, "/unitCode", problems);
    }

    String ensure(Connection connection, CreditCode code, String name, String source, String by, Instant at) throws SQLException {
        return subjects.ensureAll(connection, List.of(code), Arrays.asList(name), source, by, at).get(0);
    }

    Optional<String> known(Connection connection, CreditCode code, Instant knownAt) throws SQLException {
        return subjects.holder(connection, code, knownAt);
    }

    Standing standing(Connection connection, String subject, LocalDate day, Instant knownAt) throws SQLException {
        Lineage lineage = subjects.lineage(connection, subject, day, knownAt);
        return new Standing(lineage.same(), lineage.uncertain());
    }
}
