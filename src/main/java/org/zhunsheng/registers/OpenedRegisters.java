package org.zhunsheng.registers;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.zhunsheng.database.Database;
import org.zhunsheng.imports.ImportTarget;

/** The registers as the service uses them. */
@Singleton
final class OpenedRegisters {

    private final Registers registers;

    OpenedRegisters(Database database) {
        this.registers = new Registers(database);
    }

    @Produces
    @Singleton
    Registers registers() {
        return registers;
    }

    @Produces
    @Singleton
    ImportTarget target() {
        return registers.target();
    }
}
