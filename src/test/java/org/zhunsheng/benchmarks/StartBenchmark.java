package org.zhunsheng.benchmarks;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.zhunsheng.identity.LocalIssuer;

/**
 * The packaged service with an initialised database: seconds from {@code java @run.options} to the first recorded decision, and the heap in use
 * after a full collection while idle. Run after {@code mvn package}.
 */
public final class StartBenchmark {

    private static final int PORT = 18080;
    private static final int STARTS = 5;

    private StartBenchmark() {
    }

    public static void main(String[] args) throws Exception {
        Path data = Files.createTempDirectory("zhunsheng-start");
        byte[] body = new String(DecisionBenchmark.eligible("OVERSEAS_PARK"), StandardCharsets.UTF_8)
                .replace("\"simulate\":true", "\"simulate\":false").getBytes(StandardCharsets.UTF_8);
        List<Double> seconds = new ArrayList<>();
        for (int start = 0; start <= STARTS; start++) {
            long begun = System.nanoTime();
            Process service = new ProcessBuilder("java", "-Dquarkus.http.port=" + PORT, "-Dzhunsheng.data=" + data, "@run.options").redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
            try {
                await(service, body, data);
                double taken = (System.nanoTime() - begun) / 1e9;
                System.out.printf("start %d%s: first decision after %.2f s%n", start, start == 0 ? " (initialises the database)" : "", taken);
                if (start > 0) {
                    seconds.add(taken);
                }
                if (start == STARTS) {
                    heap(service.pid());
                }
            } finally {
                service.destroy();
                service.waitFor(20, TimeUnit.SECONDS);
            }
        }
        seconds.sort(null);
        System.out.printf("median of %d starts: %.2f s%n", STARTS, seconds.get(STARTS / 2));
    }

    private static void await(Process service, byte[] body, Path data) throws Exception {
        HttpClient client = HttpClient.newHttpClient();
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + PORT + "/v1/evaluations"))
                .header("Content-Type", "application/json").POST(HttpRequest.BodyPublishers.ofByteArray(body));
        while (service.isAlive()) {
            try {
                request.setHeader("Authorization", "Bearer " + LocalIssuer.in(data).token("system"));
                HttpResponse<String> answer = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
                if (answer.statusCode() == 201) {
                    return;
                }
            } catch (IOException notYet) {
                Thread.sleep(20);
            }
        }
        throw new IllegalStateException("the service ended");
    }

    private static void heap(long pid) throws Exception {
        Thread.sleep(2000);
        command("jcmd", Long.toString(pid), "GC.run");
        Thread.sleep(1000);
        command("jcmd", Long.toString(pid), "GC.run");
        System.out.println(command("jcmd", Long.toString(pid), "GC.heap_info"));
    }

    private static String command(String... words) throws Exception {
        Process process = new ProcessBuilder(words).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return said;
    }
}
