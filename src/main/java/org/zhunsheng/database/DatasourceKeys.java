package org.zhunsheng.database;

import io.smallrye.config.ConfigSourceInterceptor;
import io.smallrye.config.ConfigSourceInterceptorContext;
import io.smallrye.config.ConfigValue;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.config.Config;

/**
 * We read the settings by which a Quarkus service is usually told its database, so that nobody has to learn others. Quarkus,
 * not knowing that, would warn that they "will be ignored"; it warns of the keys it can list, so these are left out there.
 */
public final class DatasourceKeys implements ConfigSourceInterceptor {

    private static final String URL = "quarkus.datasource.jdbc.url";
    private static final String USER = "quarkus.datasource.username";
    private static final String PASSWORD = "quarkus.datasource.password";
    private static final String OWNER = "zhunsheng.database.owner.username";
    private static final String OWNERS_PASSWORD = "zhunsheng.database.owner.password";
    private static final String DATA = "zhunsheng.data";

    /** The database that the settings name, or one of our own where they name none. */
    public static Database database(Config config, int connections) {
        Optional<String> url = config.getOptionalValue(URL, String.class);
        if (url.isEmpty()) {
            return Database.in(config.getValue(DATA, Path.class), connections);
        }
        Address service = address(config, url.get(), USER, PASSWORD);
        Address owner = address(config, url.get(), OWNER, OWNERS_PASSWORD);
        return owner.user() == null ? Database.at(service, connections) : Database.at(owner, service, connections);
    }

    private static Address address(Config config, String url, String user, String password) {
        return new Address(url, config.getOptionalValue(user, String.class).orElse(null), config.getOptionalValue(password, String.class).orElse(null));
    }

    @Override
    public ConfigValue getValue(ConfigSourceInterceptorContext context, String name) {
        return context.proceed(name);
    }

    @Override
    public Iterator<String> iterateNames(ConfigSourceInterceptorContext context) {
        Iterable<String> names = context::iterateNames;
        return StreamSupport.stream(names.spliterator(), false)
                .filter(name -> !name.equals(URL) && !name.equals(USER) && !name.equals(PASSWORD))
                .iterator();
    }
}
