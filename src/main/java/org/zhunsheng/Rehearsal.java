package org.zhunsheng;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.zhunsheng.identity.LocalIssuer;
import org.zhunsheng.uploads.ApartArchive;

/**
 * Starts the packaged service once, lets it record a decision and stops it, so that the JVM can keep the classes a start loads in an archive
 * beside the jar: a third of a start is reading classes. A JVM that cannot use the archive starts without it.
 */
public final class Rehearsal {

    private static final String QUESTION = """
            {"question": "PROCEDURE", "step": "PUBLICITY", "policy": "jkf_2022_9", "facts": {"publicity": {"startedOn": "2022-09-28"}}}""";

    private static final int ATTEMPTS = 1200;

    private Rehearsal() {
    }

    public static void main(String[] arguments) throws Exception {
        Path packaged = Path.of(arguments[0]).toAbsolutePath();
        Path data = Files.createTempDirectory(packaged.getParent(), "rehearsal");
        int port = freePort();
        Process service = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:ArchiveClassesAtExit=" + packaged.resolve("zhunsheng.jsa"), "-Xlog:cds=off", "-Xlog:cds+dynamic=off",
                "-Dquarkus.http.port=" + port, "-Dzhunsheng.data=" + data, "-jar", packaged.resolve("quarkus-run.jar").toString())
                .redirectErrorStream(true).redirectOutput(data.resolve("log").toFile()).start();
        try {
            decide(service, port, data);
        } finally {
            service.destroy();
            if (!service.waitFor(60, TimeUnit.SECONDS)) {
                service.destroyForcibly().waitFor();
            }
            delete(data);
        }
        ApartArchive.make(packaged.resolve("quarkus-run.jar"), Path.of(arguments[1]));
    }

    private static int freePort() throws IOException {
        try (ServerSocket any = new ServerSocket(0)) {
            return any.getLocalPort();
        }
    }

    /** Ready means that every document has been asked every question; the decision loads what recording and tokens need. */
    private static void decide(Process service, int port, Path data) throws Exception {
        HttpClient client = HttpClient.newHttpClient();
        String base = "http://127.0.0.1:" + port;
        await(service, client, HttpRequest.newBuilder(URI.create(base + "/health/ready")).build());
        await(service, client, HttpRequest.newBuilder(URI.create(base + "/v1/evaluations")).header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + LocalIssuer.in(data).token("system")).POST(HttpRequest.BodyPublishers.ofString(QUESTION)).build());
    }

    private static void await(Process service, HttpClient client, HttpRequest request) throws InterruptedException {
        for (int attempt = 0; !answered(client, request); attempt++) {
            if (!service.isAlive() || attempt == ATTEMPTS) {
                throw new IllegalStateException("the packaged service gives no answer to " + request.uri());
            }
            Thread.sleep(100);
        }
    }

    private static boolean answered(HttpClient client, HttpRequest request) throws InterruptedException {
        try {
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() / 100 == 2;
        } catch (IOException notYet) {
            return false;
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
