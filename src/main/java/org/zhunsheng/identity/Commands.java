package org.zhunsheng.identity;

import io.quarkus.runtime.configuration.ConfigUtils;
import java.nio.file.Path;
import org.eclipse.microprofile.config.Config;
import org.zhunsheng.database.Database;
import org.zhunsheng.database.DatasourceKeys;

/** What the jar does instead of serving. It reads the settings of the service and starts nothing of it. */
public final class Commands {

    private static final String USAGE = """
            用法：
              token 名字                        为本机用户签发一小时有效的令牌（没有设置签发者时）
              security-admins 甲 乙             任命最初的两名安全管理员，写各自令牌中的 sub（还没有安全管理员时）
              verify 凭证 [--keys 公钥文件] [--checkpoint 较早的检查点]
                                                核验一份凭证，不需要服务和数据库
            """;

    private Commands() {
    }

    /** Returns the exit code. Only what was asked for goes to standard output. */
    public static int run(String... words) {
        Config config = ConfigUtils.configBuilder().build();
        try {
            if (words.length == 2 && words[0].equals("token")) {
                System.out.println(token(config, words[1]));
                return 0;
            }
            if (words.length == 3 && words[0].equals("security-admins")) {
                found(config, words[1], words[2]);
                return 0;
            }
            System.err.print(USAGE);
            return 2;
        } catch (Exception failed) {
            System.err.println(failed.getMessage());
            return 1;
        }
    }

    private static String token(Config config, String name) throws Exception {
        String issuer = config.getValue("mp.jwt.verify.issuer", String.class);
        if (!issuer.equals(LocalIssuer.NAME)) {
            throw new IllegalStateException("令牌由 " + issuer + " 签发");
        }
        return LocalIssuer.in(config.getValue("zhunsheng.data", Path.class)).token(name);
    }

    private static void found(Config config, String one, String other) throws Exception {
        if (one.equals(other)) {
            throw new IllegalStateException("须是两个人");
        }
        String issuer = config.getValue("mp.jwt.verify.issuer", String.class);
        try (Database database = DatasourceKeys.database(config, 1)) {
            if (!new RoleStore(database).found(Founding.securityAdmins(issuer, one, other))) {
                throw new IllegalStateException("签发者 " + issuer + " 已有安全管理员，角色只能由他们变更");
            }
        }
    }
}
