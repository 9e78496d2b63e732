package org.zhunsheng.explanation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.zhunsheng.explanation.Explanation.Depth;

/**
 * Writes the dozen as pages and as PDF, to be looked at:
 *
 * <pre>mvn -q test-compile exec:java -Dexec.classpathScope=test -Dexec.mainClass=org.zhunsheng.explanation.PrintDozen</pre>
 */
public final class PrintDozen {

    private PrintDozen() {
    }

    public static void main(String[] args) throws IOException {
        Path folder = Files.createDirectories(Path.of("target/explanations"));
        for (Map.Entry<String, Page> page : Dozen.pages().entrySet()) {
            Files.writeString(folder.resolve(page.getKey() + ".html"), page.getValue().html(Depth.PAGE, "", ""));
            Files.write(folder.resolve(page.getKey() + ".pdf"), ExplanationPdf.write(page.getValue(), Depth.PAGE, "https://zhunsheng.example.org"));
        }
    }
}
