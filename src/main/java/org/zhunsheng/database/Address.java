package org.zhunsheng.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import org.postgresql.Driver;

/** Where a database is and as whom to enter it. */
public record Address(String url, String user, String password) {

    /** Without its parameters, among which people write passwords. */
    @Override
    public String toString() {
        return url.replaceFirst("\\?.*", "");
    }

    /** A connection beside the pool. */
    Connection connect(Duration patience) throws SQLException {
        Properties properties = manners(patience);
        if (user != null) {
            properties.setProperty("user", user);
        }
        if (password != null) {
            properties.setProperty("password", password);
        }
        // not by way of DriverManager, which knows only the drivers of the class loader that asked first
        Connection connection = new Driver().connect(url, properties);
        if (connection == null) {
            throw new SQLException("地址应以 jdbc:postgresql: 开头");
        }
        return connection;
    }

    /** By default the driver waits for ever, also for a server that went away without a word. */
    static Properties manners(Duration patience) {
        Properties properties = new Properties();
        for (String wait : List.of("connectTimeout", "loginTimeout", "socketTimeout")) {
            properties.setProperty(wait, Long.toString(patience.toSeconds()));
        }
        properties.setProperty("ApplicationName", "zhunsheng");
        return properties;
    }
}
