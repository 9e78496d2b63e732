package org.zhunsheng.benchmarks;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** Keeps a number of connections to loopback busy for a while and counts the answers. Plain sockets: a client library would cost more than the service. */
final class Load {

    private final int port;
    private final String token;
    private final int connections;

    Load(int port, String token, int connections) {
        this.port = port;
        this.token = token;
        this.connections = connections;
    }

    double answersPerSecond(String path, byte[] body, int seconds) throws InterruptedException {
        return answersPerSecond("POST", path, body, seconds);
    }

    double readsPerSecond(String path, int seconds) throws InterruptedException {
        return answersPerSecond("GET", path, new byte[0], seconds);
    }

    private double answersPerSecond(String method, String path, byte[] body, int seconds) throws InterruptedException {
        AtomicLong answered = new AtomicLong();
        long end = System.nanoTime() + seconds * 1_000_000_000L;
        List<Thread> callers = new ArrayList<>();
        for (int i = 0; i < connections; i++) {
            Thread caller = new Thread(() -> call(method + " " + path, body, end, answered));
            callers.add(caller);
            caller.start();
        }
        for (Thread caller : callers) {
            caller.join();
        }
        return answered.get() / (double) seconds;
    }

    private void call(String line, byte[] body, long end, AtomicLong answered) {
        byte[] head = (line + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + token + "\r\nContent-Type: application/json\r\nContent-Length: "
                + body.length + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII);
        byte[] request = new byte[head.length + body.length];
        System.arraycopy(head, 0, request, 0, head.length);
        System.arraycopy(body, 0, request, head.length, body.length);
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setTcpNoDelay(true);
            InputStream in = new BufferedInputStream(socket.getInputStream(), 32 * 1024);
            OutputStream out = socket.getOutputStream();
            while (System.nanoTime() < end) {
                out.write(request);
                in.skipNBytes(length(in));
                answered.incrementAndGet();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int length(InputStream in) throws IOException {
        int length = 0;
        StringBuilder line = new StringBuilder();
        boolean first = true;
        while (true) {
            int c = in.read();
            if (c < 0) {
                throw new IOException("connection closed");
            }
            if (c != '\n') {
                line.append((char) c);
                continue;
            }
            String header = line.toString().trim().toLowerCase();
            if (first && !header.startsWith("http/1.1 20")) {
                throw new IOException(header);
            }
            if (header.isEmpty()) {
                return length;
            }
            if (header.startsWith("content-length:")) {
                length = Integer.parseInt(header.substring(15).trim());
            }
            first = false;
            line.setLength(0);
        }
    }
}
