package org.zhunsheng.identity;

import io.quarkus.vertx.http.HttpServerOptionsCustomizer;
import io.vertx.core.http.HttpServerOptions;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Whose tokens are believed is settled before the service listens. */
@Singleton
public final class TrustedIssuer implements HttpServerOptionsCustomizer {

    private final String name;
    private final String keys;
    private final LocalIssuer local;

    TrustedIssuer(@ConfigProperty(name = "mp.jwt.verify.issuer") String name,
            @ConfigProperty(name = "mp.jwt.verify.publickey.location") String keys, @ConfigProperty(name = "zhunsheng.data") Path data) {
        this.name = name;
        this.keys = keys;
        this.local = LocalIssuer.in(data);
    }

    String name() {
        return name;
    }

    boolean isLocal() {
        return name.equals(LocalIssuer.NAME);
    }

    @Override
    public void customizeHttpServer(HttpServerOptions options) {
        settle(options.getHost());
    }

    @Override
    public void customizeHttpsServer(HttpServerOptions options) {
        settle(options.getHost());
    }

    /** Anybody on this machine who may not read the key is nobody to us; on another machine anybody who got hold of it would be everybody. */
    private void settle(String host) {
        if (isLocal() != keys.equals("file:" + local.publicKey())) {
            throw new IllegalStateException("mp.jwt.verify.issuer 和 mp.jwt.verify.publickey.location 须一起设置：签发者 " + name + " 的密钥在 " + keys + "？");
        }
        if (!isLocal()) {
            return;
        }
        if (!isLoopback(host)) {
            throw new IllegalStateException("没有设置令牌的签发者，服务只能在本机监听，不能在 " + host
                    + " 监听：请设置 mp.jwt.verify.issuer、mp.jwt.verify.publickey.location 和 mp.jwt.verify.audiences，或去掉 quarkus.http.host");
        }
        try {
            local.open();
        } catch (IOException | GeneralSecurityException failed) {
            throw new IllegalStateException("本机令牌的密钥未能生成：" + failed.getMessage(), failed);
        }
    }

    private static boolean isLoopback(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException unknown) {
            return false;
        }
    }
}
