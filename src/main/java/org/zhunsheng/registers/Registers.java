package org.zhunsheng.registers;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.zhunsheng.database.Database;
import org.zhunsheng.imports.ImportTarget;

/** The registers there are. A live connector takes the place of an imported one here. */
public final class Registers {

    private final Map<String, RegisterDescription> descriptions = RegisterLedger.read();
    private final Map<String, Register> registers = new LinkedHashMap<>();
    private final SnapshotStore store;

    public Registers(Database database) {
        this.store = new SnapshotStore(database);
        descriptions.forEach((id, description) -> registers.put(id, new ImportedRegister(description, store)));
    }

    Collection<Register> all() {
        return registers.values();
    }

    public Optional<Register> find(String id) {
        return Optional.ofNullable(registers.get(id));
    }

    /** Of each register the snapshot that was taken last. */
    List<Snapshot> newest() throws SQLException {
        return store.newest();
    }

    /** When the last snapshot was taken: who asks by this time gets the same answer whenever he asks again. */
    public Instant knownAt() throws SQLException {
        return store.newest().stream().map(Snapshot::takenAt).max(Comparator.naturalOrder()).orElse(Instant.EPOCH);
    }

    public RegisterFacts facts() {
        return new RegisterFacts(all());
    }

    ImportTarget target() {
        return new RegisterTarget(descriptions);
    }
}
