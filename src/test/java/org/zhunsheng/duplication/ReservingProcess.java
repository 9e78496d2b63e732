package org.zhunsheng.duplication;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;

/** A {@link ReservingService} seen from outside. */
final class ReservingProcess implements AutoCloseable {

    /** Processes that load the rules while another one works. */
    static final class Supply implements AutoCloseable {

        private static final int STANDING_BY = 2;

        private final Path folder;
        private final Deque<ReservingProcess> processes = new ArrayDeque<>();
        private int toStart;
        private ReservingProcess last;

        /** @param all how many are wanted one after the other */
        Supply(Path folder, int all) throws IOException {
            this.folder = folder;
            this.toStart = all;
            for (int standing = 0; standing < STANDING_BY; standing++) {
                start();
            }
        }

        private void start() throws IOException {
            if (toStart > 0) {
                processes.add(new ReservingProcess(folder));
                toStart--;
            }
        }

        /** Open over the folder, which no other process may be using any more. */
        ReservingProcess next() throws IOException {
            start();
            last = processes.remove();
            last.to.println(folder);
            if (last.until(ReservingService.OPEN) == null) {
                throw new IOException("进程没有打开数据库，见 " + folder.resolve("service.log"));
            }
            return last;
        }

        @Override
        public void close() {
            processes.add(last);
            processes.forEach(each -> each.process.destroyForcibly());
        }
    }

    private final Process process;
    private final PrintWriter to;
    private final BufferedReader from;

    private ReservingProcess(Path folder) throws IOException {
        process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC",
                "-Dstdout.encoding=UTF-8", "-cp", System.getProperty("java.class.path"), ReservingService.class.getName())
                .redirectError(ProcessBuilder.Redirect.appendTo(folder.resolve("service.log").toFile())).start();
        to = new PrintWriter(process.outputWriter(StandardCharsets.UTF_8), true);
        from = process.inputReader(StandardCharsets.UTF_8);
    }

    void send(String key, String body) {
        to.println(key + " " + body);
    }

    /** Whether the ledger was done with the request before the process ended. */
    boolean written() throws IOException {
        return until(ReservingService.WRITTEN) != null;
    }

    String ask(String key, String body) throws IOException {
        send(key, body);
        return until(ReservingService.ANSWER);
    }

    /** At once, and what it had still answered. */
    String kill() throws IOException, InterruptedException {
        // by its handle, since the process itself would close what is still to be read from it
        process.toHandle().destroyForcibly();
        if (!process.waitFor(10, TimeUnit.SECONDS)) {
            throw new IOException("进程没有终止");
        }
        return until(ReservingService.ANSWER);
    }

    /** What follows the word on its line; null where the process ended without it. */
    private String until(String word) throws IOException {
        for (String line = from.readLine(); line != null; line = from.readLine()) {
            if (line.startsWith(word)) {
                return line.substring(word.length());
            }
        }
        return null;
    }

    @Override
    public void close() throws IOException, InterruptedException {
        to.close();
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IOException("进程没有结束");
        }
    }
}
