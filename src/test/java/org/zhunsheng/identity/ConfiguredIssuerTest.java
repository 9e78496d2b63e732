package org.zhunsheng.identity;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;

import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** An issuer as an operator names it: its keys are fetched from where it publishes them. */
@QuarkusTest
@TestProfile(ConfiguredIssuerTest.Issuer.class)
@DisplayName("设置了签发者")
class ConfiguredIssuerTest {

    private static final String ISSUER = "https://id.example/realms/zhunsheng";

    public static final class Issuer implements QuarkusTestProfile {

        /** Beside the service, which runs in a class loader of its own: the key reaches the test as a system property. */
        @Override
        public Map<String, String> getConfigOverrides() {
            try {
                RsaJsonWebKey key = RsaJwkGenerator.generateJwk(2048);
                key.setKeyId("2026");
                System.setProperty("zhunsheng.test.issuer", key.toJson(OutputControlLevel.INCLUDE_PRIVATE));
                byte[] keys = new JsonWebKeySet(key).toJson(OutputControlLevel.PUBLIC_ONLY).getBytes(StandardCharsets.UTF_8);
                HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
                server.createContext("/jwks", exchange -> {
                    exchange.sendResponseHeaders(200, keys.length);
                    exchange.getResponseBody().write(keys);
                    exchange.close();
                });
                server.start();
                return Map.of("mp.jwt.verify.issuer", ISSUER, "mp.jwt.verify.publickey.location",
                        "http://localhost:" + server.getAddress().getPort() + "/jwks", "mp.jwt.verify.audiences", "https://zhunsheng.example");
            } catch (Exception failed) {
                throw new IllegalStateException(failed);
            }
        }
    }

    private static String token(String issuer, String audience) throws Exception {
        RsaJsonWebKey key = (RsaJsonWebKey) JsonWebKey.Factory.newJwk(System.getProperty("zhunsheng.test.issuer"));
        JwtClaims claims = LocalIssuer.claims("5f0c");
        claims.setIssuer(issuer);
        claims.setAudience(audience);
        JsonWebSignature signed = new JsonWebSignature();
        signed.setAlgorithmHeaderValue(AlgorithmIdentifiers.RSA_USING_SHA256);
        signed.setKeyIdHeaderValue(key.getKeyId());
        signed.setKey(key.getPrivateKey());
        signed.setPayload(claims.toJson());
        return "Bearer " + signed.getCompactSerialization();
    }

    @Test
    @DisplayName("它的令牌可信，角色仍由自己的表决定；别人的、本机的都不可信")
    void tokens() throws Exception {
        given().header("Authorization", token(ISSUER, "https://zhunsheng.example")).get("/v1/facts").then().statusCode(403)
                .body("detail", containsString("5f0c 没有任何角色"));
        given().header("Authorization", token(ISSUER, "zhunsheng")).get("/v1/facts").then().statusCode(401).body("detail", containsString("aud"));
        given().header("Authorization", token("zhunsheng-local", "https://zhunsheng.example")).get("/v1/facts").then().statusCode(401)
                .body("detail", containsString("iss"));
        given().header("Authorization", LocalUsers.bearer("system")).get("/v1/facts").then().statusCode(401);
    }
}
