package org.zhunsheng.wire;

import java.util.List;
import java.util.Map;
import org.zhunsheng.facts.FactKind;
import org.zhunsheng.facts.FactModel;

/** Reads the proposal of a role change. */
public final class RoleChangeReader {

    private static final FactModel ACTION = text("action", "授予或收回");
    private static final FactModel ROLE = text("role", "角色");
    private static final FactModel SUBJECT = text("subject", "令牌中的 sub");
    private static final FactModel SYSTEM = text("system", "业务系统的名称");
    private static final FactModel REASON = text("reason", "理由");

    private static final List<FactModel> MEMBERS = List.of(ACTION, ROLE, SUBJECT, SYSTEM, REASON);

    private RoleChangeReader() {
    }

    private static FactModel text(String name, String label) {
        return FactModel.member(name, label, FactKind.TEXT, String.class);
    }

    public static RoleChangeRequest read(byte[] body, Problems problems) {
        return Body.read(body, problems, in -> {
            ValueReader values = new ValueReader(in);
            Map<String, Object> members = in.object("请求", "the request", name -> {
                for (FactModel member : MEMBERS) {
                    if (member.name().equals(name)) {
                        return values.scalar(member, FactKind.TEXT);
                    }
                }
                return in.refuseUnknown(name, MEMBERS.stream().map(FactModel::name).toList());
            });
            if (members == null) {
                return null;
            }
            List.of(ACTION, ROLE, SUBJECT, REASON).forEach(member -> in.required(members, member));
            return new RoleChangeRequest((String) members.get("action"), (String) members.get("role"), (String) members.get("subject"),
                    (String) members.get("system"), (String) members.get("reason"));
        });
    }
}
