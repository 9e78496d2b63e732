package org.zhunsheng.wire;

import java.util.List;
import java.util.Map;
import org.zhunsheng.facts.FactKind;
import org.zhunsheng.facts.FactModel;

/** Reads why somebody says that something was reviewed. */
public final class ReviewReader {

    private static final FactModel REASON = FactModel.member("reason", "理由", FactKind.TEXT, String.class);

    private ReviewReader() {
    }

    public static String read(byte[] body, Problems problems) {
        return Body.read(body, problems, in -> {
            ValueReader values = new ValueReader(in);
            Map<String, Object> members = in.object("请求", "the request",
                    name -> name.equals(REASON.name()) ? values.scalar(REASON, FactKind.TEXT) : in.refuseUnknown(name, List.of(REASON.name())));
            if (members == null) {
                return null;
            }
            in.required(members, REASON);
            return (String) members.get(REASON.name());
        });
    }
}
