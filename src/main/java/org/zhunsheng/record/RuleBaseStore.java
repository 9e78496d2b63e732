package org.zhunsheng.record;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.zhunsheng.database.Database;

/** Owns table rule_base. */
public final class RuleBaseStore {

    private final Database database;
    private final Attestation attestation;

    public RuleBaseStore(Database database) {
        this(database, Attestation.NONE);
    }

    public RuleBaseStore(Database database, Attestation attestation) {
        this.database = database;
        this.attestation = attestation;
    }

    /** Keeps a rule base once. One that is there already must be the same: a digest that names two would prove nothing. */
    public void keep(StoredRuleBase ruleBase) {
        try (Connection connection = database.connection();
                PreparedStatement insert = connection.prepareStatement("""
                        insert into rule_base (digest, policy, engine, sources, compiled) values (?, ?, ?, ?, ?)
                        on conflict (digest) do nothing""")) {
            insert.setString(1, ruleBase.digest());
            insert.setString(2, ruleBase.policy());
            insert.setString(3, ruleBase.engine());
            insert.setBytes(4, ruleBase.sources());
            insert.setBytes(5, ruleBase.compiled());
            if (insert.executeUpdate() == 0) {
                requireSame(ruleBase, load(connection, ruleBase.digest()).orElseThrow());
            }
        } catch (SQLException failed) {
            throw new RecordUnavailable("rule base not kept", failed);
        }
    }

    /** Nothing of what was altered since it was recorded is handed out. */
    public Optional<StoredRuleBase> load(String digest) {
        try (Connection connection = database.connection()) {
            Optional<StoredRuleBase> loaded = load(connection, digest);
            if (loaded.isPresent()) {
                requireAttested(digest);
            }
            return loaded;
        } catch (SQLException failed) {
            throw new RecordUnavailable("rule base cannot be read", failed);
        }
    }

    private static Optional<StoredRuleBase> load(Connection connection, String digest) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                "select policy, engine, sources, compiled from rule_base where digest = ?")) {
            select.setString(1, digest);
            try (ResultSet row = select.executeQuery()) {
                return row.next()
                        ? Optional.of(new StoredRuleBase(digest, row.getString(1), row.getString(2), row.getBytes(3), row.getBytes(4)))
                        : Optional.empty();
            }
        }
    }

    private void requireAttested(String digest) {
        switch (attestation.ofRuleBase(digest)) {
            case ATTESTED -> { }
            case NOT_YET -> throw new RecordUnavailable("rule base " + digest + " is not in the log yet");
            case ALTERED -> throw new IllegalStateException("保存的规则库与日志不符：" + digest);
        }
    }

    private static void requireSame(StoredRuleBase given, StoredRuleBase kept) {
        // not the bytes: the digest stands for the sources, and two builds of the same sources differ in their packages
        if (!given.policy().equals(kept.policy()) || !given.engine().equals(kept.engine())) {
            throw new IllegalStateException("another rule base is kept under digest " + given.digest());
        }
    }
}
