package org.zhunsheng.duplication;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.zhunsheng.facts.Judgement;
import org.zhunsheng.facts.PriorAward.Form;
import org.zhunsheng.facts.PriorAward.FunderLevel;
import org.zhunsheng.similarity.Project;
import org.zhunsheng.wire.Problems;

@DisplayName("相似支持的先后和取舍")
class SimilarTest {

    private static final Instant THEN = Instant.parse("2024-01-01T00:00:00Z");
    private static final String TITLE = "钙钛矿叠层电池的狭缝涂布";

    private static Award award(long id, String title, String contentKey) {
        return new Award(id, AwardCode.of(id), Award.Origin.REPORTED, 1, THEN, "x", null, new Award.Content("s" + id, "c" + id, "p", null, null, contentKey,
                title, null, FunderLevel.MUNICIPAL, Form.MONEY, null, LocalDate.EPOCH, null, null, null, "x"), Award.State.PAID, null, null);
    }

    private static Sought sought(Map<String, Judgement> judgements) {
        return new Sought(new Standing(Set.of(), Set.of()), Settled.of(judgements, new Problems()), "K", new Project(TITLE, null));
    }

    private static List<Long> ranked(Sought sought, List<Award> awards) {
        List<Award> shuffled = new ArrayList<>(awards);
        Collections.reverse(shuffled);
        return Similar.ranked(sought, shuffled).stream().map(scored -> scored.award().id()).toList();
    }

    @Test
    @DisplayName("最相似的在前，一样相似的先记入的在前；不到界限的、没有题目的不列")
    void order() {
        List<Award> awards = List.of(award(1, "钙钛矿叠层电池", null), award(2, TITLE, null), award(3, "脑卒中筛查", null), award(4, null, null),
                award(5, "钙钛矿叠层电池", null), award(6, TITLE, "other"));
        assertEquals(List.of(2L, 6L, 1L, 5L), ranked(sought(Map.of()), awards));
    }

    @Test
    @DisplayName("内容标识相同的、已由人认定的（不论怎样认定）不再是疑似")
    void settled() {
        Judgement different = new Judgement(false, "审查组", null, "方向不同");
        Judgement same = new Judgement(true, "审查组", null, "同一项目");
        List<Award> awards = List.of(award(1, TITLE, "K"), award(2, TITLE, null), award(3, TITLE, null), award(4, TITLE, null));
        Sought sought = sought(Map.of(Settled.ofContent(AwardCode.of(2)), different, Settled.ofContent(AwardCode.of(3)), same));
        assertEquals(List.of(4L), ranked(sought, awards));
        assertEquals(List.of(true, false, true, false), awards.stream().map(sought::isHistory).toList());
    }

    @Test
    @DisplayName("列出二十项，其余记下编码，不因列不下就算没有")
    void bounded() {
        List<Award> awards = LongStream.rangeClosed(1, 23).mapToObj(id -> award(id, TITLE, null)).toList();
        Similar similar = Similar.of(sought(Map.of()), awards, award -> List.of(), 23);
        assertEquals(20, similar.suspects().size());
        assertEquals(List.of(21L, 22L, 23L), similar.further().stream().map(Award::id).toList());
        assertTrue(similar.isOpen());
        assertFalse(Similar.of(sought(Map.of()), awards.subList(0, 20), award -> List.of(), 20).isOpen());
    }

    @Test
    @DisplayName("判断只能是或否")
    void yesOrNo() {
        Problems problems = new Problems();
        Settled.of(Map.of(Settled.ofUnit("0190"), new Judgement("也许", "审查组", null, "不明")), problems);
        assertEquals(List.of("/judgements/subject~10190#unit/value"), problems.faults().stream().map(fault -> fault.pointer()).toList());
    }
}
