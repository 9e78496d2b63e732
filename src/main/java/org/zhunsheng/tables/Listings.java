package org.zhunsheng.tables;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Writes the listing beside every workbook, so that a change of a table can be reviewed as text. Run it after editing one:
 * {@code mvn compile exec:java -Dexec.mainClass=org.zhunsheng.tables.Listings}.
 */
public final class Listings {

    private Listings() {
    }

    public static void main(String[] arguments) throws IOException {
        try (Stream<Path> policies = Files.list(Path.of(arguments.length == 0 ? "decision-tables" : arguments[0]))) {
            for (Path policy : policies.filter(folder -> Files.exists(folder.resolve(Dictionary.FILE))).toList()) {
                for (Map.Entry<String, String> listing : Tables.read(policy).listings().entrySet()) {
                    Files.writeString(policy.resolve(listing.getKey()), listing.getValue());
                    System.out.println(policy.resolve(listing.getKey()));
                }
            }
        }
    }
}
