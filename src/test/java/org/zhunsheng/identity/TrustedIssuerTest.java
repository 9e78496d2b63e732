package org.zhunsheng.identity;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.http.HttpServerOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("信任谁的令牌")
class TrustedIssuerTest {

    @TempDir
    Path data;

    private void listen(String host, String issuer, String keys) {
        new TrustedIssuer(issuer, keys, data).customizeHttpServer(new HttpServerOptions().setHost(host));
    }

    private String ours() {
        return "file:" + data + "/identity/public.pem";
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "::", "192.0.2.1", "no-such-host.invalid"})
    @DisplayName("没有签发者就不在本机之外监听，说明怎么办")
    void loopbackOnly(String host) {
        var refused = assertThrows(IllegalStateException.class, () -> listen(host, LocalIssuer.NAME, ours()));
        assertTrue(refused.getMessage().contains("只能在本机监听") && refused.getMessage().contains("mp.jwt.verify.issuer"), refused::getMessage);
        assertDoesNotThrow(() -> listen(host, "https://idp", "https://idp/jwks"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "::1", "localhost"})
    @DisplayName("本机：首次启动时生成密钥，只有属主可读；再次启动不变")
    void keys(String host) throws IOException {
        listen(host, LocalIssuer.NAME, ours());
        byte[] key = Files.readAllBytes(data.resolve("identity/private.pem"));
        assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("identity"))));
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("identity/private.pem"))));
        listen(host, LocalIssuer.NAME, ours());
        assertArrayEquals(key, Files.readAllBytes(data.resolve("identity/private.pem")));
        try (var files = Files.list(data)) {
            assertEquals(List.of(data.resolve("identity")), files.toList());
        }
    }

    @Test
    @DisplayName("签发者和密钥须一起设置")
    void together() {
        assertThrows(IllegalStateException.class, () -> listen("127.0.0.1", "https://idp", ours()));
        assertThrows(IllegalStateException.class, () -> listen("127.0.0.1", LocalIssuer.NAME, "https://idp/jwks"));
    }

    @Test
    @DisplayName("从没启动过，就没有令牌可发")
    void noKeyNoToken() {
        var refused = assertThrows(IOException.class, () -> LocalIssuer.in(data).token("system"));
        assertTrue(refused.getMessage().contains("请先启动一次服务"), refused::getMessage);
    }
}
