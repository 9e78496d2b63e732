package org.zhunsheng.similarity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.zhunsheng.similarity.Overlap.Field;
import org.zhunsheng.similarity.Overlap.Place;

@DisplayName("两个项目重合的词句及其在原文的位置")
class OverlapTest {

    private static final Project ONE = new Project("（匈牙利）布達佩斯－機電園", "改建廠房6000㎡，引進生物醫藥企業");
    private static final Project OTHER = new Project("机电园建设项目", "在布达佩斯改造厂房 6000 平方米。");

    private static String shown(Project project, Place place) {
        return (place.field() == Field.TITLE ? project.title() : project.summary()).substring(place.start(), place.end());
    }

    @Test
    @DisplayName("两边各按原文显示")
    void sideBySide() {
        assertEquals(List.of("布達佩斯|布达佩斯", "機電園|机电园", "廠房6000|厂房 6000"), Overlap.of(ONE, OTHER).stream()
                .map(overlap -> shown(ONE, overlap.one()) + "|" + shown(OTHER, overlap.other())).toList());
    }

    @Test
    @DisplayName("套话、单字和零散的字母不算")
    void notWorthShowing() {
        assertEquals(List.of(), Overlap.of(new Project("基于AI的脑卒中关键技术研究与应用", null), new Project("基于AI的跨境支付关键技术研究与应用", null)));
    }

    @Test
    @DisplayName("不跨题目和摘要")
    void notAcross() {
        assertEquals(List.of(), Overlap.of(new Project("钙", "钛矿"), new Project("钙钛", "矿")));
    }

    @Test
    @DisplayName("每一处归一后就是所列词句，一边的各处互不重叠")
    void placesHold() {
        for (Pair pair : Pair.all()) {
            List<Overlap> overlaps = Overlap.of(pair.a(), pair.b());
            for (Overlap overlap : overlaps) {
                assertEquals(overlap.phrase(), Normalised.of(shown(pair.a(), overlap.one())).text(), pair.id());
                assertEquals(overlap.phrase(), Normalised.of(shown(pair.b(), overlap.other())).text(), pair.id());
            }
            disjoint(overlaps.stream().map(Overlap::one), pair);
            disjoint(overlaps.stream().map(Overlap::other), pair);
        }
    }

    private static void disjoint(Stream<Place> places, Pair pair) {
        List<Place> all = places.toList();
        for (Place one : all) {
            assertTrue(all.stream().filter(other -> other != one && other.field() == one.field())
                    .allMatch(other -> other.end() <= one.start() || one.end() <= other.start()), pair.id());
        }
    }
}
