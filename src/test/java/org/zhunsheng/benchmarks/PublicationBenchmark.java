package org.zhunsheng.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.zhunsheng.identity.LocalIssuer;

/**
 * The packaged service: seconds from an approver's word to the first decision by the new edition, which may take 5, of one changed figure
 * in the document with the most rules; the first after a start and the next ones, approved at once and after a while. Run after {@code mvn package}.
 */
public final class PublicationBenchmark {

    private static final int PORT = 18082;
    private static final int TIMES = 6;
    private static final Duration A_WHILE = Duration.ofSeconds(20);
    private static final String TABLE = "jkf_2022_9.park_tiers";
    private static final byte[] ASKED = """
            {"simulate":true,"question":"SUPPORT","policy":"jkf_2022_9","direction":"OVERSEAS_PARK","facts":{"park":{"siteAreaM2":45000}}}""".getBytes(UTF_8);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient client = HttpClient.newHttpClient();
    private final Path data;

    private PublicationBenchmark(Path data) {
        this.data = data;
    }

    public static void main(String[] arguments) throws Exception {
        Path data = Files.createTempDirectory("zhunsheng-publication");
        Process service = new ProcessBuilder("java", "-Dquarkus.http.port=" + PORT, "-Dzhunsheng.data=" + data, "@run.options").redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
        try {
            new PublicationBenchmark(data).run(service);
        } finally {
            service.destroy();
            service.waitFor(20, TimeUnit.SECONDS);
        }
    }

    private void run(Process service) throws Exception {
        while (!isUp()) {
            if (!service.isAlive()) {
                throw new IllegalStateException("the service did not come up");
            }
            Thread.sleep(100);
        }
        publish("approved as soon as submitted", 450, Duration.ZERO);
        publish("approved a while after it was submitted", 450 + TIMES, A_WHILE);
    }

    /** What was submitted is made ready meanwhile; who approves at once waits for that. */
    private void publish(String how, int from, Duration between) throws Exception {
        List<Double> later = new ArrayList<>();
        for (int i = 0; i < TIMES; i++) {
            byte[] workbook = workbook(from + i);
            long begun = System.nanoTime();
            JsonNode handedIn = JSON.readTree(send("analyst", "PUT", "/v1/tables/" + TABLE, workbook));
            int edition = handedIn.required("edition").asInt();
            String seen = "{\"failingCases\":" + handedIn.at("/report/cases/failing").size() + "}";
            double checked = (System.nanoTime() - begun) / 1e9;
            String steps = "/v1/tables/" + TABLE + "/editions/" + edition;
            send("analyst", "POST", steps + ":submit", "{}".getBytes(UTF_8));
            Thread.sleep(between.toMillis());
            begun = System.nanoTime();
            JsonNode approved = JSON.readTree(send("approver", "POST", steps + ":approve", seen.getBytes(UTF_8)));
            String promised = approved.required("steps").findValuesAsText("ruleBase").get(0);
            while (!ruleBase().equals(promised)) {
                Thread.sleep(5);
            }
            double taken = (System.nanoTime() - begun) / 1e9;
            System.out.printf("%s, publication %d: checked in %.2f s, in force %.2f s after approval%n", how, i, checked, taken);
            if (i > 0) {
                later.add(taken);
            }
        }
        later.sort(null);
        System.out.printf("%s, median of the %d after the first: %.2f s, the longest %.2f s%n", how, later.size(), later.get(later.size() / 2), later.get(later.size() - 1));
    }

    private boolean isUp() throws InterruptedException {
        try {
            return client.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + PORT + "/health/ready")).build(), HttpResponse.BodyHandlers.ofString()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    private String ruleBase() throws Exception {
        return JSON.readTree(send("system", "POST", "/v1/evaluations", ASKED)).required("core").required("ruleBase").asText();
    }

    private byte[] send(String user, String method, String path, byte[] body) throws Exception {
        HttpResponse<byte[]> response = client.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + PORT + path))
                .header("Authorization", "Bearer " + LocalIssuer.in(data).token(user))
                .header("Content-Type", method.equals("PUT") ? "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" : "application/json")
                .method(method, HttpRequest.BodyPublishers.ofByteArray(body)).build(), HttpResponse.BodyHandlers.ofByteArray());
        if (response.statusCode() / 100 != 2) {
            throw new IllegalStateException(response.statusCode() + " " + new String(response.body(), UTF_8));
        }
        return response.body();
    }

    private static byte[] workbook(int figure) throws IOException {
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(Files.readAllBytes(Path.of("decision-tables", TABLE.replace('.', '/') + ".xlsx"))));
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            book.getSheet("档次").getRow(3).getCell(5).setCellValue(figure);
            book.getProperties().getCoreProperties().setDescription(UUID.randomUUID().toString());
            book.write(out);
            return out.toByteArray();
        }
    }
}
