package org.zhunsheng.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Properties;

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
        return DriverManager.getConnection(url, properties);
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
