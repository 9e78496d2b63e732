package org.zhunsheng.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.zhunsheng.facts.Fact;
import org.zhunsheng.facts.FactCatalogue;
import org.zhunsheng.rulebase.RuleBases;

@DisplayName("个人信息在日志里只有封条")
class PersonalTest {

    @Test
    @DisplayName("目录标明的个人信息，日志都封存")
    void catalogue() {
        FactCatalogue catalogue = new RuleBases().catalogue();
        Set<String> sealed = new TreeSet<>(Set.of("by", "reason"));
        catalogue.models().forEach(model -> Arrays.stream(model.type().getRecordComponents())
                .filter(component -> component.getAnnotation(Fact.class) != null && component.getAnnotation(Fact.class).personal())
                .forEach(component -> sealed.add(component.getName())));
        assertEquals(sealed, new TreeSet<>(Attested.IN_ANSWERS.names()));
        List<String> labels = catalogue.facts().stream().filter(fact -> fact.label().matches(".*(姓名|联系人|电话|证件号|护照).*")).map(fact -> fact.path()).toList();
        assertEquals(List.of(), labels.stream().filter(path -> !Attested.IN_ANSWERS.names().contains(path.substring(path.lastIndexOf('.') + 1))).toList());
    }

    @Test
    @DisplayName("谁判断、为何、哪个人，都封住；同名的别的字段不动；猜不出来")
    void seals() throws Exception {
        byte[] answer = ("{\"core\":{\"decisions\":[{\"values\":{\"reason\":\"甲\"}}],\"request\":{\"facts\":{\"foreignTalents\":[{\"person\":\"乙\"}]},"
                + "\"judgements\":{\"jkf_2022_9/6.2.2\":{\"by\":\"丙\",\"on\":\"2023-04-20\",\"reason\":\"丁\",\"value\":true}}}},\"coreDigest\":\"sha256:1\",\"id\":\"1\"}")
                .getBytes(StandardCharsets.UTF_8);
        String sealed = new String(Attested.sealed(answer, Attested.newSecret()), StandardCharsets.UTF_8);
        assertTrue(sealed.contains("甲") && sealed.contains("2023-04-20"));
        // with the digest of the whole in sight one would find a name by trying
        for (String gone : List.of("乙", "丙", "丁", "sha256:1")) {
            assertFalse(sealed.contains(gone), gone);
        }
        assertEquals(Set.of("/core/request/facts/foreignTalents/0/person", "/core/request/judgements/jkf_2022_9~16.2.2/by",
                "/core/request/judgements/jkf_2022_9~16.2.2/reason", "/coreDigest"), Attested.openings(answer, Attested.newSecret()).keySet());
        assertFalse(sealed.equals(new String(Attested.sealed(answer, Attested.newSecret()), StandardCharsets.UTF_8)), "another salt, another seal");
    }
}
