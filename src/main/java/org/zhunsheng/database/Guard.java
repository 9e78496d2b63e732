package org.zhunsheng.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.UUID;

/**
 * What the service's role may do. Triggers refuse changes of the record, but whoever owns a table can take its triggers away; so the
 * service does not own its tables. Read from the catalogue: a table is recorded for good exactly if it has the trigger.
 */
final class Guard {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String SERVICE = "zhunsheng_service";

    /** Held to the end of the transaction: two services that start at once would alter the same rights. */
    private static final String ONE_AFTER_THE_OTHER = "select pg_advisory_xact_lock(hashtext('guard'))";
    private static final String GRANT = """
            do $$
            declare
              service text := '%s';
              held    record;
            begin
              execute format('revoke create on schema %%I from public', current_schema());
              execute format('grant usage on schema %%I to %%I', current_schema(), service);
              for held in select c.relname as name, exists (select from pg_trigger t where t.tgrelid = c.oid and t.tgname = 'append_only') as recorded
                          from pg_class c where c.relnamespace = current_schema()::regnamespace and c.relkind in ('r', 'p') loop
                execute format('revoke all on %%I from %%I', held.name, service);
                execute format('grant %%s on %%I to %%I', case when held.name = 'flyway_schema_history' then 'select'
                  when held.recorded then 'select, insert' else 'select, insert, update, delete' end, held.name, service);
              end loop;
              execute format('grant usage, select on all sequences in schema %%I to %%I', current_schema(), service);
            end $$""";

    private Guard() {
    }

    /** The role of a service on a server of its own. Its password is new at every start: nobody else needs to know it. */
    static Address entrance(Address owner) throws SQLException {
        String password = UUID.randomUUID().toString();
        execute(owner, """
                do $$ begin
                  if not exists (select from pg_roles where rolname = '%1$s') then
                    create role %1$s login;
                  end if;
                end $$;
                alter role %1$s password '%2$s'""".formatted(SERVICE, password));
        return new Address(owner.url(), SERVICE, password);
    }

    static void over(Address owner, Address service) throws SQLException {
        execute(owner, ONE_AFTER_THE_OTHER + ";" + GRANT.formatted(service.user().replace("'", "''")));
    }

    private static void execute(Address owner, String sql) throws SQLException {
        try (Connection connection = owner.connect(PATIENCE); Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute(sql);
            connection.commit();
        }
    }
}
