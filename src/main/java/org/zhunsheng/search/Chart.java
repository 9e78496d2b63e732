package org.zhunsheng.search;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.zhunsheng.search.Clusters.Cluster;
import org.zhunsheng.wire.Language;

/** Draws what crowds at a threshold: a bar for each per cent from it, filled where the condition is met, and a stroke on it. */
record Chart(Language language, int within) {

    private static final int WIDTH = 700;
    private static final int BAR = 13;
    private static final int LEFT = 25;
    private static final int HEIGHT = 150;
    private static final int TALLEST = 90;

    byte[] of(List<Cluster> clusters) {
        int height = Math.max(1, clusters.size()) * HEIGHT;
        StringBuilder svg = new StringBuilder("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" viewBox=\"0 0 %d %d\" font-family=\"sans-serif\" font-size=\"12\">"
                .formatted(WIDTH, height, WIDTH, height));
        element(svg, "title", "", language.choose("门槛两侧的聚集", "Clusters at thresholds"));
        if (clusters.isEmpty()) {
            text(svg, LEFT, 30, language.choose("没有可疑的聚集", "No suspicious cluster"));
        }
        for (int i = 0; i < clusters.size(); i++) {
            draw(svg, clusters.get(i), i * HEIGHT);
        }
        return svg.append("</svg>").toString().getBytes(StandardCharsets.UTF_8);
    }

    private void draw(StringBuilder svg, Cluster cluster, int top) {
        text(svg, LEFT, top + 16, cluster.clause() + "  " + cluster.fact() + "  " + cluster.threshold().toPlainString());
        text(svg, LEFT, top + 32, language.choose("%d%% 以内：下侧 %d，上侧 %d；若全凭偶然，如此悬殊的概率%s", "within %d%%: %d below, %d above; by chance so uneven with probability %s")
                .formatted(within, cluster.below(), cluster.above(), probability(cluster.probability())));
        int most = 1;
        for (int count : cluster.counts()) {
            most = Math.max(most, count);
        }
        int ground = top + HEIGHT - 18;
        for (int i = 0; i < cluster.counts().length; i++) {
            boolean met = i >= Clusters.SHOWN == cluster.upwards();
            double length = (double) TALLEST * cluster.counts()[i] / most;
            svg.append(String.format(Locale.ROOT, "<rect x=\"%d\" y=\"%.1f\" width=\"%d\" height=\"%.1f\" fill=\"%s\" stroke=\"%s\"/>", LEFT + i * BAR, ground - length,
                    BAR - 2, length, met ? "#1f4e79" : "#fff2dc", met ? "#1f4e79" : "#a85a00"));
        }
        int threshold = LEFT + Clusters.SHOWN * BAR - 1;
        svg.append("<line x1=\"%d\" y1=\"%d\" x2=\"%d\" y2=\"%d\" stroke=\"#000000\" stroke-width=\"2\"/>".formatted(threshold, ground - TALLEST - 4, threshold, ground + 4));
        text(svg, LEFT, ground + 14, "-25%");
        text(svg, LEFT + 2 * Clusters.SHOWN * BAR - 30, ground + 14, "+25%");
    }

    private String probability(double probability) {
        return probability < 0.000001 ? language.choose("不足百万分之一", " below one in a million")
                : " " + ScreenWriter.probability(probability).stripTrailingZeros().toPlainString();
    }

    private static void text(StringBuilder svg, int x, int y, String text) {
        element(svg, "text", " x=\"" + x + "\" y=\"" + y + "\"", text);
    }

    private static void element(StringBuilder svg, String name, String attributes, String text) {
        svg.append('<').append(name).append(attributes).append('>').append(text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")).append("</").append(name).append('>');
    }
}
