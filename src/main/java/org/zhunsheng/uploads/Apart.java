package org.zhunsheng.uploads;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.zhunsheng.tables.Opened;

/** A workbook opened in another process, which ends with it. Nothing that a file does to a parser happens to the service. */
final class Apart implements AutoCloseable {

    /** The file as a whole is refused; says why. */
    static final class Unopened extends Exception {

        Unopened(String why) {
            super(why);
        }
    }

    private static final int SECONDS = 20;
    private static final int MOST_BACK = 64 << 20;

    private final Process process;
    private final DataOutputStream to;
    private final DataInputStream from;
    private final CompletableFuture<Void> deadline;
    private final Opened opened;

    private Apart(String file, byte[] workbook, String memory, int seconds) throws Unopened {
        try {
            ProcessBuilder builder = new ProcessBuilder(command(memory)).redirectError(ProcessBuilder.Redirect.DISCARD);
            // what the service was started with, passwords among it, is nothing the parser needs
            builder.environment().clear();
            process = builder.start();
        } catch (IOException none) {
            throw new Unopened("未能检查：解析程序没有启动，请系统管理员查看");
        }
        deadline = CompletableFuture.runAsync(process::destroyForcibly, CompletableFuture.delayedExecutor(seconds, TimeUnit.SECONDS));
        to = new DataOutputStream(new BufferedOutputStream(process.getOutputStream()));
        from = new DataInputStream(new BufferedInputStream(process.getInputStream()));
        try {
            to.writeUTF(file);
            to.writeInt(workbook.length);
            to.write(workbook);
            to.flush();
            String refusal = from.readUTF();
            if (!refusal.isEmpty()) {
                throw new Unopened(refusal);
            }
            opened = Opened.read(from);
        } catch (IOException | IllegalArgumentException ended) {
            close();
            throw new Unopened("文件过大或结构异常，解析超出了时间或内存的限制");
        } catch (Unopened refused) {
            close();
            throw refused;
        }
    }

    static Apart open(String file, byte[] workbook) throws Unopened {
        return new Apart(file, workbook, "-Xmx192m", SECONDS);
    }

    static Apart open(String file, byte[] workbook, String memory, int seconds) throws Unopened {
        return new Apart(file, workbook, memory, seconds);
    }

    Opened opened() {
        return opened;
    }

    /** The workbook with these remarks in it; nothing where the parser did not live to write it. */
    Optional<byte[]> annotated(List<Remark> remarks) {
        try {
            to.writeInt(remarks.size());
            for (Remark remark : remarks) {
                remark.write(to);
            }
            to.flush();
            int length = from.readInt();
            byte[] annotated = length < 0 || length > MOST_BACK ? new byte[0] : from.readNBytes(length);
            if (annotated.length != length) {
                throw new IOException("cut short");
            }
            return Optional.of(annotated);
        } catch (IOException ended) {
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        deadline.cancel(true);
        process.destroyForcibly();
    }

    private static List<String> command(String memory) {
        String path = System.getProperty("java.class.path");
        return command(memory, path, ApartArchive.of(starter(path)).map(archive -> "-XX:SharedArchiveFile=" + archive).orElse("-Xshare:auto"));
    }

    /** @param archive which archive of classes to use or to make; where it does not fit, classes are loaded without, and nothing is said of it */
    static List<String> command(String memory, String path, String archive) {
        return List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), memory, "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1",
                "-XX:+ExitOnOutOfMemoryError", archive, "-Xlog:disable", "-Djava.awt.headless=true",
                "-Dlog4j2.loggerContextFactory=org.apache.logging.log4j.simple.SimpleLoggerContextFactory", "-cp", classPath(path), ApartMain.class.getName());
    }

    private static Path starter(String path) {
        return Path.of(path.split(File.pathSeparator)[0]).toAbsolutePath();
    }

    /** Of a packaged service the class path names only its starter; what that loads lies beside it. */
    static String classPath(String path) {
        Path starter = starter(path);
        if (!starter.endsWith("quarkus-run.jar")) {
            return path;
        }
        return String.join(File.pathSeparator, List.of("app", "lib/main", "lib/boot").stream().map(folder -> starter.resolveSibling(folder) + File.separator + "*").toList());
    }
}
