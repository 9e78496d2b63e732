package org.zhunsheng.tables;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The parts of a workbook that compute, run or reach outside the file, by the beginnings of their names. */
public final class Parts {

    private static final Map<String, String> FORBIDDEN = Map.of(
            "/xl/vbaproject", "不得含宏",
            "/xl/macrosheets/", "不得含宏",
            "/xl/dialogsheets/", "不得含对话框",
            "/xl/externallinks/", "不得链接其他工作簿",
            "/xl/connections", "不得含外部数据连接",
            "/xl/querytables/", "不得含外部数据查询",
            "/xl/model/", "不得含数据模型",
            "/xl/embeddings/", "不得嵌入其他文件",
            "/xl/activex/", "不得含控件",
            "/xl/ctrlprops/", "不得含控件");

    private Parts() {
    }

    public static Optional<String> refusal(String name) {
        String part = name.toLowerCase(Locale.ROOT);
        return FORBIDDEN.entrySet().stream().filter(each -> part.startsWith(each.getKey())).map(Map.Entry::getValue).findFirst();
    }
}
