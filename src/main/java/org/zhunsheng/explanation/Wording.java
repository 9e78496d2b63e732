package org.zhunsheng.explanation;

import java.math.BigDecimal;
import java.util.Map;
import org.zhunsheng.explanation.Explanation.Term;
import org.zhunsheng.wire.Language;

/** What codes are called, and how figures are written, in one language. A code without a name of its own is shown as it stands. */
record Wording(Language language) {

    private record Words(String zh, String en) {
    }

    private static final Map<String, Words> WORDS = Map.ofEntries(
            Map.entry("ELIGIBLE", new Words("可以支持", "eligible")), Map.entry("INELIGIBLE", new Words("不予支持", "not eligible")),
            Map.entry("NEEDS_JUDGEMENT", new Words("有待人工判断", "a judgement is needed")),
            Map.entry("INSUFFICIENT_FACTS", new Words("事实不足，尚不能断定", "facts are missing")),
            Map.entry("IN_SCOPE", new Words("属于适用范围", "within the scope")),
            Map.entry("IN_SCOPE_BY_REFERENCE", new Words("参照执行", "within the scope by reference")),
            Map.entry("OUT_OF_SCOPE", new Words("不属于适用范围", "outside the scope")),
            Map.entry("CONSEQUENCES", new Words("有处理措施", "measures follow")), Map.entry("NO_CONSEQUENCE", new Words("无处理措施", "no measure follows")),
            Map.entry("NOT_IN_FORCE", new Words("文件在该日未施行", "the document was not in force")),
            Map.entry("REPEALED", new Words("文件已废止", "the document was repealed")), Map.entry("NOT_HELD", new Words("文件未收录", "the document is not held")),
            Map.entry("MET", new Words("满足", "met")), Map.entry("NOT_MET", new Words("不满足", "not met")),
            Map.entry("UNKNOWN", new Words("缺少事实", "fact missing")), Map.entry("JUDGEMENT", new Words("待判断", "to be judged")),
            Map.entry("SUPPORT", new Words("能否支持", "support")), Map.entry("PROCEDURE", new Words("办理程序", "procedure")),
            Map.entry("PAYMENT", new Words("能否拨付", "payment")), Map.entry("DUTY", new Words("义务", "duties")),
            Map.entry("SANCTION", new Words("违规处理", "sanctions")), Map.entry("SCOPE", new Words("适用范围", "scope")),
            Map.entry("EXACT", new Words("确定金额", "exact amount")), Map.entry("CEILING", new Words("最高金额", "ceiling")),
            Map.entry("DISCRETIONARY_CEILING", new Words("酌定上限", "ceiling at discretion")),
            Map.entry("POST_GRANT", new Words("后补助", "after the event")), Map.entry("PRE_GRANT", new Words("事前补助", "in advance")),
            Map.entry("IS", new Words("应为", "must be")), Map.entry("IS_NOT", new Words("不为", "must not be")),
            Map.entry("ONE_OF", new Words("应为其一", "must be one of")), Map.entry("AT_LEAST", new Words("不少于", "at least")),
            Map.entry("MORE_THAN", new Words("多于", "more than")), Map.entry("AT_MOST", new Words("不多于", "at most")),
            Map.entry("LESS_THAN", new Words("少于", "less than")), Map.entry("WITHIN", new Words("介于", "within")),
            Map.entry("ON_OR_BEFORE", new Words("不晚于", "not after")), Map.entry("AFTER", new Words("晚于", "after")),
            Map.entry("FULL_YEARS_BY", new Words("满", "full")), Map.entry("WITHIN_YEARS_OF", new Words("年限内", "within")),
            Map.entry("CONTAINS", new Words("应含有", "must contain")), Map.entry("SUPPLIED", new Words("应提供", "must be supplied")),
            Map.entry("JUDGED", new Words("人工判断", "judged")), Map.entry("NO_SUCH", new Words("应无此类", "there must be none")),
            Map.entry("HAIR", new Words("临界", "by a hair")), Map.entry("JUDGEMENT_ALONE", new Words("仅凭判断", "by judgement alone")),
            Map.entry("REQUEST", new Words("申报事实", "stated in the request")), Map.entry("REGISTER", new Words("登记册", "register")),
            Map.entry("LEDGER", new Words("支持台账", "award ledger")), Map.entry("GUIDE", new Words("年度通知", "annual guide")),
            Map.entry("DERIVED", new Words("由事实算出", "worked out from facts")), Map.entry("NOT_SUPPLIED", new Words("未提供", "not supplied")),
            Map.entry("LISTED", new Words("在册", "listed")), Map.entry("NOT_LISTED", new Words("不在册", "not listed")),
            Map.entry("true", new Words("是", "yes")), Map.entry("false", new Words("否", "no")));

    String say(String zh, String en) {
        return language.choose(zh, en);
    }

    String name(String code) {
        Words words = WORDS.get(code);
        return words == null ? code : say(words.zh, words.en);
    }

    Term term(String code) {
        return code == null || code.isEmpty() ? null : new Term(code, name(code));
    }

    /** A fact's source that is a judgement, apart from a verdict that waits for one. */
    String judged() {
        return say("人工判断", "judgement");
    }

    static String number(BigDecimal number) {
        String plain = number.stripTrailingZeros().toPlainString();
        int point = plain.indexOf('.') < 0 ? plain.length() : plain.indexOf('.');
        StringBuilder grouped = new StringBuilder(plain);
        for (int at = point - 3; at > (plain.startsWith("-") ? 1 : 0); at -= 3) {
            grouped.insert(at, ',');
        }
        return grouped.toString();
    }

    String yuan(BigDecimal amount) {
        return say(number(amount) + "元", "CNY " + number(amount));
    }

    /** Units are written in Chinese in the facts; a reader of English gets those that have a name there. */
    String unit(String unit) {
        return language == Language.ZH ? unit : switch (unit) {
            case "元" -> "CNY";
            case "万元" -> "CNY 10,000";
            case "平方米" -> "m²";
            case "年" -> "years";
            case "人" -> "people";
            case "天" -> "days";
            case "个月" -> "months";
            default -> unit.chars().allMatch(c -> c < 0x80) ? unit : "";
        };
    }

    String measured(BigDecimal number, String unit) {
        String written = unit(unit);
        return number(number) + (written.isEmpty() ? "" : language == Language.ZH || written.equals("%") ? written : " " + written);
    }

    String days(long count) {
        return say(count + "天", count + (count == 1 ? " day" : " days"));
    }

    String comma() {
        return say("、", ", ");
    }

    String colon() {
        return say("：", ": ");
    }
}
