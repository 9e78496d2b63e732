package org.zhunsheng.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("内置的 PostgreSQL")
@ParameterizedClass
@EnumSource(TestServer.class)
class LocalPostgresTest {

    @Parameter
    TestServer version;

    private Path folder;
    private LocalPostgres postgres;

    @BeforeEach
    void start() throws IOException {
        folder = Path.of("target/test-local", version.name());
        postgres = LocalPostgres.started(folder, version.binaries());
    }

    @AfterEach
    void stop() throws IOException {
        postgres.close();
    }

    @Test
    @DisplayName("提交必落盘，只听本机，不认没有口令的人")
    void isDurableAndClosed() throws SQLException {
        assertEquals("on", ask("show fsync"));
        assertEquals("on", ask("show synchronous_commit"));
        assertEquals("on", ask("show full_page_writes"));
        assertEquals("127.0.0.1", ask("show listen_addresses"));
        assertEquals("", ask("show unix_socket_directories"));
        Address address = postgres.address();
        Address guessing = new Address(address.url(), address.user(), "guess");
        assertEquals("28P01", assertThrows(SQLException.class, () -> guessing.connect(Duration.ofSeconds(5))).getSQLState());
    }

    @Test
    @DisplayName("认得中文：pg_trgm 看得出两个名称相近")
    void seesChinese() {
        Suitability.check(postgres.address());
        TestServer.execute(postgres.address(), "create extension if not exists pg_trgm");
        double similarity = Double.parseDouble(ask("select similarity('北京科技园发展公司', '北京科技园建设公司')"));
        assertTrue(similarity > 0, () -> "similarity " + similarity);
    }

    @Test
    @DisplayName("停了再开，数据还在")
    void keepsDataAcrossRestarts() throws IOException {
        TestServer.execute(postgres.address(), "drop table if exists kept; create table kept as select '准绳' as name");
        postgres.close();
        postgres = LocalPostgres.started(folder, version.binaries());
        assertEquals("准绳", ask("select name from kept"));
    }

    @Test
    @DisplayName("一个目录同时只供一个服务使用")
    void refusesAFolderInUse() {
        var refused = assertThrows(IOException.class, () -> LocalPostgres.started(folder, version.binaries()));
        assertTrue(refused.getMessage().contains("正由另一个服务使用"), refused::getMessage);
    }

    @Test
    @DisplayName("服务与数据库都被强行终止之后，仍能启动")
    void survivesAKilledServer() throws Exception {
        TestServer.execute(postgres.address(), "drop table if exists kept; create table kept as select '准绳' as name");
        ProcessHandle server = ProcessHandle.of(pid()).orElseThrow();
        server.destroyForcibly();
        server.onExit().get(10, TimeUnit.SECONDS);
        postgres.abandon();
        postgres = LocalPostgres.started(folder, version.binaries());
        assertEquals("准绳", ask("select name from kept"));
    }

    @Test
    @DisplayName("服务被强行终止而数据库还在运行，接管目录")
    void takesOverFromALeftover() throws Exception {
        TestServer.execute(postgres.address(), "drop table if exists kept; create table kept as select '准绳' as name");
        ProcessHandle leftover = ProcessHandle.of(pid()).orElseThrow();
        postgres.abandon();
        postgres = LocalPostgres.started(folder, version.binaries());
        leftover.onExit().get(10, TimeUnit.SECONDS);
        assertEquals("准绳", ask("select name from kept"));
    }

    @Test
    @DisplayName("进程号已归别的进程所有，照样启动，不去惊动它")
    void startsOverAStrangersNumber() throws Exception {
        Path file = folder.resolve("postgres/postmaster.pid");
        List<String> lines = Files.readAllLines(file);
        postgres.close();
        Process stranger = new ProcessBuilder("sleep", "60").start();
        try {
            Files.writeString(file, stranger.pid() + "\n" + String.join("\n", lines.subList(1, lines.size())) + "\n");
            postgres = LocalPostgres.started(folder, version.binaries());
            assertTrue(stranger.isAlive());
        } finally {
            stranger.destroyForcibly();
        }
    }

    private long pid() throws IOException {
        return Long.parseLong(Files.readAllLines(folder.resolve("postgres/postmaster.pid")).get(0).strip());
    }

    private String ask(String sql) {
        return TestServer.query(postgres.address(), sql);
    }
}
