package org.zhunsheng.proof;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The log's keys in a folder that only the service may read: its name and a secret for each way of signing. */
record FileKeys(String origin, List<Signer> signers) {

    private static final FileAttribute<Set<PosixFilePermission>> OWNERS_FOLDER = owners("rwx------");
    private static final FileAttribute<Set<PosixFilePermission>> OWNERS_FILE = owners("rw-------");
    private static final String ORIGIN = "origin";
    private static final String ED25519 = "ed25519.key";
    private static final String SM2 = "sm2.key";

    private static FileAttribute<Set<PosixFilePermission>> owners(String permissions) {
        return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions));
    }

    /** Makes them at the first start. All appear at once: what is half made when the power goes is never looked at. */
    static FileKeys in(Path folder, Optional<String> named) throws IOException, GeneralSecurityException {
        if (!Files.exists(folder)) {
            make(folder, named.orElseGet(FileKeys::nameOfItsOwn));
        }
        String origin = Files.readString(folder.resolve(ORIGIN), UTF_8).strip();
        if (named.isPresent() && !named.get().equals(origin)) {
            throw new IOException("密钥 " + folder + " 属于日志 " + origin + "，不是 " + named.get());
        }
        return new FileKeys(origin, List.of(new Ed25519Secret(origin, secret(folder.resolve(ED25519))),
                new Sm2Secret(origin, new BigInteger(1, secret(folder.resolve(SM2))))));
    }

    /** Two logs must not have one name; whoever gives none gets one that no other log has. */
    private static String nameOfItsOwn() {
        byte[] random = new byte[8];
        new SecureRandom().nextBytes(random);
        return "zhunsheng.local/" + HexFormat.of().formatHex(random);
    }

    private static void make(Path folder, String origin) throws IOException {
        Key.requireName(origin);
        Path beside = folder.toAbsolutePath().getParent();
        Files.createDirectories(beside);
        Path unfinished = Files.createTempDirectory(beside, "log.", OWNERS_FOLDER);
        SecureRandom random = new SecureRandom();
        write(unfinished.resolve(ORIGIN), origin);
        write(unfinished.resolve(ED25519), Base64.getEncoder().encodeToString(Ed25519Secret.secret(random)));
        write(unfinished.resolve(SM2), Base64.getEncoder().encodeToString(Sm2Secret.secret(random)));
        try {
            Files.move(unfinished, folder);
        } catch (FileAlreadyExistsException another) {
            // a service that started at the same moment was first; its keys count
            for (String file : List.of(ORIGIN, ED25519, SM2)) {
                Files.delete(unfinished.resolve(file));
            }
            Files.delete(unfinished);
        }
    }

    private static void write(Path file, String line) throws IOException {
        Files.createFile(file, OWNERS_FILE);
        Files.writeString(file, line + "\n", UTF_8);
    }

    private static byte[] secret(Path file) throws IOException {
        if (Files.getPosixFilePermissions(file).stream().anyMatch(permission -> !permission.name().startsWith("OWNER"))) {
            throw new IOException("密钥 " + file + " 只应由本服务的用户可读：chmod 600");
        }
        return Base64.getDecoder().decode(Files.readString(file, UTF_8).strip());
    }
}
