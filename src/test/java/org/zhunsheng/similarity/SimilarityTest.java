package org.zhunsheng.similarity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("两个项目的相似程度")
class SimilarityTest {

    /** The labelled ones and strange ones. */
    private static final List<Project> PROJECTS = Stream.concat(Pair.all().stream().flatMap(pair -> Stream.of(pair.a(), pair.b())),
            Stream.of(titled(""), titled("，。"), titled("钙"), titled("研究"), titled("a"), new Project("", "只有摘要"), new Project("只有题目", "！"))).toList();

    private static Project titled(String title) {
        return new Project(title, null);
    }

    @Test
    @DisplayName("写法不同的同一题目就是同一题目")
    void spellings() {
        assertEquals(1, Similarity.score(titled("海外研发中心（一期）"), titled("海外研發中心(一期)")));
    }

    @Test
    @DisplayName("只有套话相同，几乎不算相似")
    void boilerplate() {
        double score = Similarity.score(titled("基于区块链的跨境支付关键技术研究与应用"), titled("基于毫米波的脑卒中筛查关键技术研究与应用"));
        assertTrue(score < 0.05, () -> "" + score);
    }

    @Test
    @DisplayName("一方没有摘要，只比题目")
    void withoutSummary() {
        assertEquals(1, Similarity.score(titled("钙钛矿叠层电池"), new Project("钙钛矿叠层电池", "大面积狭缝涂布")));
    }

    @Test
    @DisplayName("摘要搬不动题目：题目里的内容写进了摘要也看得出")
    void movedToTheSummary() {
        assertTrue(Similarity.score(new Project("都灵造型中心", "从事汽车内外饰与油泥模型"), new Project("汽车内外饰与油泥模型", "设在都灵的造型中心")) > 0.5);
    }

    @Test
    @DisplayName("没有任何共同的字就是零")
    void nothingShared() {
        assertEquals(0, Similarity.score(titled("钙钛矿电池"), titled("CAR-T疗法")));
    }

    @Test
    @DisplayName("与自己相同，与次序无关，总在零与一之间，再算一次不变")
    void properties() {
        Random random = new Random(20240613);
        for (Project one : PROJECTS) {
            assertEquals(1, Similarity.score(one, new Project(one.title(), one.summary())), one.toString());
            Project other = PROJECTS.get(random.nextInt(PROJECTS.size()));
            double score = Similarity.score(one, other);
            assertTrue(score >= 0 && score <= 1, () -> one + " " + other + " " + score);
            assertEquals(score, Similarity.score(other, one));
            assertEquals(score, Similarity.score(one, other));
        }
    }

    @Test
    @DisplayName("越改越不像")
    void furtherIsLess() {
        Project original = titled("里斯本海洋滑翔机联合实验室");
        List<Double> scores = new ArrayList<>();
        for (String title : List.of("里斯本海洋滑翔机联合实验室", "里斯本海洋滑翔机实验室", "里斯本滑翔机实验室", "里斯本葡语学校", "雅加达信号灯")) {
            scores.add(Similarity.score(original, titled(title)));
        }
        for (int i = 1; i < scores.size(); i++) {
            assertTrue(scores.get(i) < scores.get(i - 1) || scores.get(i) == 0, scores::toString);
        }
    }
}
