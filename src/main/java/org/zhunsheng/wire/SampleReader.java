package org.zhunsheng.wire;

import java.util.List;
import java.util.Map;
import org.zhunsheng.facts.FactKind;
import org.zhunsheng.facts.FactModel;

/** Reads which decisions a run over the record takes: all, or so many of each stratum, drawn by a seed. */
public final class SampleReader {

    private static final FactModel EACH = FactModel.member("each", "每层个数", FactKind.INTEGER, Integer.class);
    private static final FactModel SEED = FactModel.member("seed", "种子", FactKind.TEXT, String.class);
    private static final int MOST = 10_000;

    /** Both are null where all are taken. */
    public record Asked(String seed, Integer each) {
    }

    private SampleReader() {
    }

    public static Asked read(byte[] body, Problems problems) {
        return Body.read(body, problems, in -> {
            ValueReader values = new ValueReader(in);
            Map<String, Object> members = in.object("请求", "the request", name -> name.equals("each") ? values.scalar(EACH, FactKind.INTEGER)
                    : name.equals("seed") ? values.scalar(SEED, FactKind.TEXT) : in.refuseUnknown(name, List.of("each", "seed")));
            if (members == null) {
                return null;
            }
            Asked asked = new Asked((String) members.get("seed"), (Integer) members.get("each"));
            check(asked, problems);
            return asked;
        });
    }

    private static void check(Asked asked, Problems problems) {
        if ((asked.seed == null) != (asked.each == null) && problems.faults().isEmpty()) {
            problems.at("", ProblemCode.MISSING_FIELD, "抽样须同时写明 seed 和 each；全部试算则都不写", "a sample has both seed and each; leave out both to take all");
        }
        if (asked.each != null && (asked.each < 1 || asked.each > MOST)) {
            problems.at("/each", ProblemCode.OUT_OF_RANGE, "each 应在 1 至 " + MOST + " 之间", "each must be between 1 and " + MOST);
        }
        if (asked.seed != null && !asked.seed.matches("[\\x21-\\x7e]{1,64}")) {
            problems.at("/seed", ProblemCode.INVALID_TEXT, "seed 应为 1 至 64 个可见 ASCII 字符", "seed must be 1 to 64 visible ASCII characters");
        }
    }
}
