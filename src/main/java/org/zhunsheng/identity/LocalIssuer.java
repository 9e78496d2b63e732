package org.zhunsheng.identity;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.Set;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.lang.JoseException;

/** Issues tokens where no issuer is configured, so that a newcomer needs none: whoever may read the private key may be anybody. */
public record LocalIssuer(Path folder) {

    static final String NAME = "zhunsheng-local";
    static final String AUDIENCE = "zhunsheng";

    private static final int MINUTES = 60;
    private static final FileAttribute<Set<PosixFilePermission>> OWNERS_FOLDER = owners("rwx------");
    private static final FileAttribute<Set<PosixFilePermission>> OWNERS_FILE = owners("rw-------");

    public static LocalIssuer in(Path data) {
        return new LocalIssuer(data.resolve("identity"));
    }

    private static FileAttribute<Set<PosixFilePermission>> owners(String permissions) {
        return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions));
    }

    Path publicKey() {
        return folder.resolve("public.pem");
    }

    private Path privateKey() {
        return folder.resolve("private.pem");
    }

    /** Makes the pair of keys at the first start. Both appear at once: what is half made when the power goes is never looked at. */
    void open() throws IOException, GeneralSecurityException {
        if (Files.exists(folder)) {
            return;
        }
        Files.createDirectories(folder.toAbsolutePath().getParent());
        Path unfinished = Files.createTempDirectory(folder.toAbsolutePath().getParent(), "identity.", OWNERS_FOLDER);
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        KeyPair pair = generator.generateKeyPair();
        write(unfinished.resolve("private.pem"), "PRIVATE KEY", pair.getPrivate());
        write(unfinished.resolve("public.pem"), "PUBLIC KEY", pair.getPublic());
        try {
            Files.move(unfinished, folder);
        } catch (FileAlreadyExistsException another) {
            // a service that started at the same moment was first; its keys count
            Files.delete(unfinished.resolve("private.pem"));
            Files.delete(unfinished.resolve("public.pem"));
            Files.delete(unfinished);
        }
    }

    private static void write(Path file, String kind, Key key) throws IOException {
        Files.createFile(file, OWNERS_FILE);
        Files.writeString(file, "-----BEGIN " + kind + "-----\n" + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key.getEncoded())
                + "\n-----END " + kind + "-----\n", US_ASCII);
    }

    /** A token for whoever is named; what he may do is not in it. */
    public String token(String name) throws IOException, GeneralSecurityException, JoseException {
        return signed(claims(name));
    }

    static JwtClaims claims(String name) {
        JwtClaims claims = new JwtClaims();
        claims.setIssuer(NAME);
        claims.setAudience(AUDIENCE);
        claims.setSubject(name);
        claims.setIssuedAtToNow();
        claims.setExpirationTimeMinutesInTheFuture(MINUTES);
        claims.setGeneratedJwtId();
        return claims;
    }

    String signed(JwtClaims claims) throws IOException, GeneralSecurityException, JoseException {
        if (!Files.exists(privateKey())) {
            throw new IOException("没有密钥 " + privateKey() + "：请先启动一次服务");
        }
        String pem = Files.readString(privateKey(), US_ASCII).replaceAll("-----[^-]+-----|\\s", "");
        PrivateKey key = KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(pem)));
        JsonWebSignature signed = new JsonWebSignature();
        signed.setAlgorithmHeaderValue(AlgorithmIdentifiers.RSA_USING_SHA256);
        signed.setKey(key);
        signed.setPayload(claims.toJson());
        return signed.getCompactSerialization();
    }
}
