package org.zhunsheng.database;

import io.smallrye.config.ConfigSourceInterceptor;
import io.smallrye.config.ConfigSourceInterceptorContext;
import io.smallrye.config.ConfigValue;
import java.util.Iterator;
import java.util.stream.StreamSupport;

/**
 * We read the settings by which a Quarkus service is usually told its database, so that nobody has to learn others. Quarkus,
 * not knowing that, would warn that they "will be ignored"; it warns of the keys it can list, so these are left out there.
 */
public final class DatasourceKeys implements ConfigSourceInterceptor {

    static final String URL = "quarkus.datasource.jdbc.url";
    static final String USER = "quarkus.datasource.username";
    static final String PASSWORD = "quarkus.datasource.password";

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
