package org.zhunsheng.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/**
 * A PostgreSQL server inside a folder, so that a newcomer needs no database. Only the binaries come from a library: the
 * starter published with them is made for tests. It takes a second to start, switches fsync off, lets every local user in as
 * superuser (which, where the service runs as root, hands them the machine), and cannot start over a server that outlived
 * a killed service.
 */
final class LocalPostgres implements AutoCloseable {

    private static final String USER = "zhunsheng";

    private final Path folder;
    private final Path cluster;
    private final Path programs;
    private final int port;
    private final FileChannel lock;
    private String password;

    private LocalPostgres(Path folder, Binaries binaries) throws IOException {
        this.folder = Files.createDirectories(folder).toRealPath();
        this.cluster = this.folder.resolve("postgres");
        this.lock = locked(this.folder.resolve("postgres.lock"));
        this.programs = binaries.unpackedBelow(this.folder).resolve("bin");
        this.port = freePort();
    }

    static LocalPostgres started(Path folder, Binaries binaries) throws IOException {
        LocalPostgres postgres = new LocalPostgres(folder, binaries);
        try {
            postgres.initialise();
            postgres.stopLeftover();
            postgres.start();
            return postgres;
        } catch (IOException | RuntimeException failed) {
            postgres.abandon();
            throw failed;
        }
    }

    Address address() {
        return new Address("jdbc:postgresql://127.0.0.1:" + port + "/postgres", USER, password);
    }

    /** synchronous_commit and fsync keep their defaults (on): a record that was answered must survive a power cut. */
    void start() throws IOException {
        String settings = "-c listen_addresses=127.0.0.1 -c port=" + port
                + " -c unix_socket_directories='' -c shared_buffers=32MB -c max_connections=40";
        run("pg_ctl", "start", "-w", "-t", "60", "-D", cluster.toString(), "-l", folder.resolve("postgres.log").toString(),
                "-o", settings);
    }

    void stop() throws IOException {
        run("pg_ctl", "stop", "-m", "fast", "-w", "-t", "30", "-D", cluster.toString());
    }

    /** Gives the folder up without stopping the server, as a killed service does. */
    void abandon() throws IOException {
        lock.close();
    }

    @Override
    public void close() throws IOException {
        try (lock) {
            stop();
        }
    }

    /** Under a plain C ctype pg_trgm finds no letters in Chinese text, so the locale is not left to the machine. */
    private void initialise() throws IOException {
        Path secret = folder.resolve("postgres.password");
        if (!Files.exists(cluster)) {
            Files.deleteIfExists(secret);
            Files.createFile(secret, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(secret, UUID.randomUUID().toString());
            Path unfinished = Folders.emptied(folder.resolve("postgres.new"));
            run("initdb", "-D", unfinished.toString(), "-U", USER, "--pwfile", secret.toString(), "-A", "scram-sha-256",
                    "-E", "UTF8", "--locale=C.UTF-8");
            Files.move(unfinished, cluster);
        }
        password = Files.readString(secret).strip();
    }

    /**
     * We hold the folder's lock, so the process named in postmaster.pid is a server whose service was killed, or, after a
     * reboot or in a new container, a stranger who got its number: PostgreSQL would refuse to start for the stranger.
     * A number nobody has is left to PostgreSQL, which also looks for backends that are still writing.
     */
    private void stopLeftover() throws IOException {
        Path file = cluster.resolve("postmaster.pid");
        if (!Files.exists(file)) {
            return;
        }
        long pid = Long.parseLong(Files.readAllLines(file).get(0).strip());
        String command = ProcessHandle.of(pid).flatMap(process -> process.info().commandLine()).orElse("");
        if (command.contains(cluster.toString())) {
            stop();
        } else if (!command.isEmpty()) {
            Files.delete(file);
        }
    }

    private void run(String program, String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        if (System.getProperty("user.name").equals("root")) {
            // PostgreSQL refuses to run as root; in a user namespace of its own it does not see that it is
            command.addAll(List.of("unshare", "-U"));
        }
        command.add(programs.resolve(program).toString());
        command.addAll(List.of(arguments));
        Path output = Files.createTempFile(folder, program, ".out");
        try {
            Process process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile()).start();
            if (!process.waitFor(90, TimeUnit.SECONDS) || process.exitValue() != 0) {
                process.destroy();
                throw new IOException("内置 PostgreSQL 的 " + program + " 未能完成：" + Files.readString(output).strip()
                        + "（另见 " + folder.resolve("postgres.log") + "）");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException(interrupted);
        } finally {
            Files.deleteIfExists(output);
        }
    }

    private static FileChannel locked(Path file) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() != null) {
                return channel;
            }
        } catch (OverlappingFileLockException heldByThisProcess) {
            // the same answer as for another process
        }
        channel.close();
        throw new IOException("数据目录 " + file.getParent() + " 正由另一个服务使用");
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            return socket.getLocalPort();
        }
    }
}
