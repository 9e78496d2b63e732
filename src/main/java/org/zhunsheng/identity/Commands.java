package org.zhunsheng.identity;

import io.quarkus.runtime.configuration.ConfigUtils;
import java.nio.file.Path;
import org.eclipse.microprofile.config.Config;

/** What the jar does instead of serving. It reads the settings of the service and starts nothing of it. */
public final class Commands {

    private static final String USAGE = """
            用法：
              token 名字                    为本机用户签发一小时有效的令牌（没有设置签发者时）
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
}
