package org.zhunsheng.similarity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("两个项目的相似程度")
class SimilarityTest {

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
        assertTrue(Similarity.score(titled("基于区块链的跨境支付关键技术研究与应用"), titled("基于毫米波的脑卒中筛查关键技术研究与应用")) < 0.1);
    }

    @Test
    @DisplayName("没有任何共同的字就是零")
    void nothingShared() {
        assertEquals(0, Similarity.score(titled("钙钛矿电池"), titled("CAR-T疗法")));
    }
}
