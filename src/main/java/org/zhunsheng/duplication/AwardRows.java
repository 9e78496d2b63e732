package org.zhunsheng.duplication;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.zhunsheng.evaluation.Answers;
import org.zhunsheng.facts.PriorAward.Form;
import org.zhunsheng.facts.PriorAward.FunderLevel;
import org.zhunsheng.imports.Column;
import org.zhunsheng.imports.Column.Type;
import org.zhunsheng.imports.Finding;
import org.zhunsheng.imports.Row;
import org.zhunsheng.policy.Policy;
import org.zhunsheng.subjects.CreditCode;
import org.zhunsheng.wire.AwardRequest;
import org.zhunsheng.wire.Problems;

/** What a row of an imported file says of an award, in the words of those who keep such files, and what is wrong with it. */
final class AwardRows {

    static final List<Column> COLUMNS = List.of(
            Column.required("统一社会信用代码", "unitCode", Type.CODE),
            Column.optional("单位名称", "unitName", Type.TEXT),
            Column.optional("校验码不符的理由", "checkCharacterReason", Type.TEXT),
            Column.required("文件", "policy", Type.TEXT),
            Column.optional("方向", "direction", Type.TEXT),
            Column.optional("条款", "clause", Type.TEXT),
            Column.required("外部编号", "externalCode", Type.TEXT),
            Column.optional("内容标识", "contentKey", Type.TEXT),
            Column.optional("项目名称", "title", Type.TEXT),
            Column.optional("摘要", "abstract", Type.TEXT),
            new Column("出资层级", "funderLevel", Type.ENUM, true, Map.of("国家", "NATIONAL", "国家级", "NATIONAL", "市级", "MUNICIPAL", "区级", "DISTRICT",
                    "其他", "OTHER")),
            new Column("形式", "form", Type.ENUM, true, Map.of("资金", "MONEY", "政策服务", "POLICY_SERVICE", "资格", "STATUS", "认定", "STATUS")),
            Column.optional("金额（元）", "amountYuan", Type.AMOUNT_YUAN),
            Column.required("决定日期", "decidedOn", Type.DATE),
            Column.optional("到账日期", "receivedOn", Type.DATE),
            Column.optional("取消日期", "cancelledOn", Type.DATE),
            Column.optional("收回日期", "recoveredOn", Type.DATE),
            new Column("状态", "state", Type.ENUM, true, Map.of("已决定", "CONFIRMED", "已到账", "PAID", "已拨付", "PAID",
                    "拨付前取消", "CANCELLED_BEFORE_PAYMENT", "已收回", "RECOVERED")),
            Column.required("来源", "source", Type.TEXT));

    /** A sound row. */
    record Read(int line, CreditCode code, String externalCode, AwardRequest told) {

        AwardTable.External external() {
            return new AwardTable.External(told.policy(), externalCode);
        }

        Award.Content content(String subject) {
            return new Award.Content(subject, code.text(), told.policy(), told.direction(), told.clause(), told.contentKey(), told.title(),
                    told.summary(), told.funderLevel(), told.form(), told.amountYuan(), told.decidedOn(), told.receivedOn(), told.cancelledOn(),
                    told.recoveredOn(), told.source());
        }
    }

    private final Named named;

    AwardRows(Named named) {
        this.named = named;
    }

    /** @param others whether awards under documents that are not held here are taken; null where the row is refused */
    Read read(Row row, boolean others, List<Finding> all) {
        List<Finding> findings = new ArrayList<>(0);
        CreditCode code = code(row, findings);
        String policy = policy(row, others, findings);
        AwardRequest told = told(row, policy);
        Problems problems = new Problems();
        named.check(told, problems);
        Named.checkDays(told, Answers.today(), problems);
        problems.faults().forEach(fault -> findings.add(Finding.refusal(row.line(), heading(fault.pointer().substring(1)), fault.zh(), fault.en())));
        all.addAll(findings);
        return findings.stream().anyMatch(Finding::refused) ? null : new Read(row.line(), code, row.text("externalCode"), told);
    }

    private static CreditCode code(Row row, List<Finding> findings) {
        CreditCode code = CreditCode.of(row.text("unitCode"));
        if (!code.checks() && row.text("checkCharacterReason") == null) {
            findings.add(Finding.refusal(row.line(), "统一社会信用代码", code + " 的校验码应为 " + code.checkCharacter()
                    + "；核实无误仍要采用的，请在“校验码不符的理由”列写明理由", "the check character of " + code + " should be " + code.checkCharacter()
                    + "; if the code is right nevertheless, say why in the column 校验码不符的理由"));
        }
        return code;
    }

    /** A slip in the name of a document would hide the award from the rules of that document, hence other documents only where they are asked for. */
    private String policy(Row row, boolean others, List<Finding> findings) {
        String written = row.text("policy");
        String plain = Policy.printed(written);
        if (!named.known(plain)) {
            if (!others) {
                findings.add(Finding.refusal(row.line(), "文件", "本系统没有收录“" + written + "”，可用：" + named.names()
                        + "；确为其他文件的，交来时写明 otherPolicies=true", "the document " + written + " is not held here; if it is another one, hand the file in with"
                        + " otherPolicies=true"));
            }
            return written;
        }
        String policy = named.policy(plain);
        if (!plain.equals(written)) {
            findings.add(Finding.remark(row.line(), "文件", "“" + written + "”按“" + plain + "”读取", "read as " + plain));
        }
        return policy;
    }

    private AwardRequest told(Row row, String policy) {
        return new AwardRequest(new AwardRequest.Unit(row.text("unitCode"), row.text("unitName"), row.text("checkCharacterReason")), policy,
                named.direction(policy, row.text("direction")), row.text("clause"), row.text("contentKey"), row.text("title"), row.text("abstract"),
                FunderLevel.valueOf(row.text("funderLevel")), Form.valueOf(row.text("form")), row.yuan("amountYuan"),
                AwardRequest.State.valueOf(row.text("state")), row.day("decidedOn"), row.day("receivedOn"), row.day("cancelledOn"),
                row.day("recoveredOn"), row.text("source"), null, null, Map.of());
    }

    private static String heading(String key) {
        return COLUMNS.stream().filter(column -> column.key().equals(key)).map(Column::heading).findFirst().orElseThrow();
    }
}
