package org.zhunsheng.identity;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.util.Base64;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.keys.HmacKey;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.zhunsheng.contract.AsListedRole;
import org.zhunsheng.contract.HeldToContract;

@QuarkusTest
@DisplayName("令牌")
class TokenTest {

    private interface Made {
        String bearer() throws Exception;
    }

    private static ValidatableResponse asked(String authorization) {
        return given().filter(new HeldToContract()).header("Authorization", authorization).get("/v1/facts").then();
    }

    private static String but(Consumer<JwtClaims> change) {
        JwtClaims claims = LocalIssuer.claims("system");
        change.accept(claims);
        return LocalUsers.bearer(claims);
    }

    private static String otherwise(String algorithm, java.security.Key key) throws Exception {
        JsonWebSignature signed = new JsonWebSignature();
        signed.setAlgorithmConstraints(AlgorithmConstraints.NO_CONSTRAINTS);
        signed.setAlgorithmHeaderValue(algorithm);
        signed.setKey(key);
        signed.setPayload(LocalIssuer.claims("system").toJson());
        return "Bearer " + signed.getCompactSerialization();
    }

    private static byte[] publicKey() throws Exception {
        return Files.readAllBytes(LocalIssuer.in(ConfigProvider.getConfig().getValue("zhunsheng.data", Path.class)).publicKey());
    }

    private static DynamicTest refused(String title, String detail, Made made) {
        return DynamicTest.dynamicTest(title, () -> asked(made.bearer()).statusCode(401).body("code", equalTo("UNAUTHORISED"))
                .body("detail", containsString(detail)).header("WWW-Authenticate", startsWith("Bearer")));
    }

    @TestFactory
    @DisplayName("不可信的令牌：401，说明为什么")
    Stream<DynamicTest> refusals() {
        return Stream.of(
                refused("没有令牌", "没有令牌", () -> AsListedRole.NOBODY),
                refused("另一种方案", "没有令牌", () -> "Basic c3lzdGVtOng="),
                refused("过期", "过期", () -> but(claims -> claims.setExpirationTime(NumericDate.fromSeconds(NumericDate.now().getValue() - 3600)))),
                refused("没有期限", "令牌不可用", () -> but(claims -> claims.unsetClaim("exp"))),
                refused("给别的服务的", "aud", () -> but(claims -> claims.setAudience("elsewhere"))),
                refused("没有写给谁", "aud", () -> but(claims -> claims.unsetClaim("aud"))),
                refused("别的签发者", "iss", () -> but(claims -> claims.setIssuer("https://elsewhere.example"))),
                refused("没有写是谁", "令牌不可用", () -> but(claims -> claims.unsetClaim("sub"))),
                refused("未签名（alg none）", "令牌不可用", () -> otherwise(AlgorithmIdentifiers.NONE, null)),
                refused("以公钥为口令的签名（HS256）", "令牌不可用", () -> otherwise(AlgorithmIdentifiers.HMAC_SHA256, new HmacKey(publicKey()))),
                refused("别的密钥", "签名", () -> otherwise(AlgorithmIdentifiers.RSA_USING_SHA256,
                        KeyPairGenerator.getInstance("RSA").generateKeyPair().getPrivate())),
                refused("改过内容", "签名", () -> {
                    String[] parts = LocalUsers.bearer("system-2").split("\\.");
                    String forged = new String(Base64.getUrlDecoder().decode(parts[1])).replace("system-2", "system");
                    return parts[0] + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(forged.getBytes()) + "." + parts[2];
                }),
                refused("不成样子", "令牌不可用", () -> "Bearer garbage"),
                refused("空的", "令牌", () -> "Bearer a.b.c"));
    }

    @Test
    @DisplayName("自称的角色不算数：403")
    void rolesInTheTokenAreNobodys() {
        asked(but(claims -> {
            claims.setSubject("nobody-we-know");
            claims.setStringListClaim("groups", "SYSTEM", "AUDITOR");
        })).statusCode(403).body("code", equalTo("FORBIDDEN")).body("detail", containsString("nobody-we-know 没有任何角色"));
        given().header("Authorization", LocalUsers.bearer("operator")).header("Accept-Language", "en").get("/v1/facts").then().statusCode(403)
                .body("detail", containsString("operator holds SYSTEM_ADMIN"));
    }

    @Test
    @DisplayName("坏的令牌不妨碍不要令牌的端点")
    void openEndpoints() {
        given().header("Authorization", "Bearer garbage").get("/health/live").then().statusCode(200);
        given().header("Authorization", "Bearer garbage").get("/openapi.yaml").then().statusCode(200);
    }
}
