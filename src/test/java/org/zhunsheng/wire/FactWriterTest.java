package org.zhunsheng.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.zhunsheng.wire.Requests.canonical;
import static org.zhunsheng.wire.Requests.read;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.zhunsheng.facts.BlockModel;
import org.zhunsheng.facts.FactKind;
import org.zhunsheng.facts.FactModel;
import org.zhunsheng.facts.Known;
import org.zhunsheng.facts.LocationClass;

@DisplayName("规范地写回请求")
class FactWriterTest {

    @Test
    @DisplayName("只写提供了的内容，键有序，数最短，试算与否不影响内容")
    void writesWhatWasSupplied() {
        String written = Requests.with("'step':'AGREEMENT','simulate':true,'readings':{'A10':'X','A07':'STRICT'},'facts':{'park':{'siteAreaM2':45000.00,"
                + "'locationClass':'FOREIGN_COUNTRY','operatorRegisteredOn':'2020-05-11'},'journal':{'firstQ1On':{'none':true}},'agreement':{},"
                + "'foreignRd':{'rdInvestmentByYearYuan':{'2022':0.50,'2021':7}},'awardsHistory':[{'state':'PAID','amountYuan':1.10}]},"
                + "'judgements':{'9':{'reason':'r','value':'SOME','by':'b'}},'asOf':'2023-03-15'");
        assertEquals("{'asOf':'2023-03-15','facts':{'agreement':{},'awardsHistory':[{'amountYuan':1.1,'state':'PAID'}],"
                + "'foreignRd':{'rdInvestmentByYearYuan':{'2021':7,'2022':0.5}},'journal':{'firstQ1On':{'none':true}},"
                + "'park':{'locationClass':'FOREIGN_COUNTRY','operatorRegisteredOn':'2020-05-11','siteAreaM2':45000}},"
                + "'judgements':{'9':{'by':'b','reason':'r','value':'SOME'}},'policy':'jkf_2022_9','question':'SUPPORT',"
                + "'readings':{'A07':'STRICT','A10':'X'},'step':'AGREEMENT'}", canonical(read(written)).replace('"', '\''));
    }

    @Test
    @DisplayName("规范写法再读回来是同一请求")
    void readsBackWhatItWrote() {
        EvaluationRequest request = read(Requests.PARK);
        assertEquals(request, read(canonical(request)));
        assertEquals(canonical(request), canonical(read(canonical(request))));
    }

    @Test
    @DisplayName("任取的五百个请求：读回不变；键序和空白怎样打乱，规范字节都相同")
    void isCanonical() {
        Random random = new Random(9);
        for (int i = 0; i < 500; i++) {
            Map<String, String> facts = anyFacts(random);
            EvaluationRequest request = read(body(facts, random, ""));
            String canonical = canonical(request);
            assertEquals(request, read(canonical));
            assertEquals(canonical, canonical(read(body(facts, random, " \n\t"))));
        }
    }

    /** Some facts that cannot contradict each other, each as the JSON of its value. */
    private static Map<String, String> anyFacts(Random random) {
        return Requests.CATALOGUE.facts().stream().filter(fact -> !fact.path().contains("[]") && !Contradictions.paths().contains(fact.path()))
                .filter(fact -> random.nextInt(4) == 0)
                .collect(Collectors.toMap(FactModel::path, fact -> any(fact, fact.kind(), random)));
    }

    private static String any(FactModel fact, FactKind kind, Random random) {
        if (kind == fact.kind() && fact.admitsNone() && random.nextInt(3) == 0) {
            return "{\"none\":true}";
        }
        long number = fact.min() == null ? 0 : fact.min().longValue() + random.nextInt(fact.max() == null ? 1_000_000 : 100);
        return switch (kind) {
            case BOOLEAN -> String.valueOf(random.nextBoolean());
            case INTEGER -> String.valueOf(number);
            case DECIMAL, MONEY -> new BigDecimal(number).movePointLeft(random.nextInt(3)).setScale(2).toPlainString();
            case DATE -> "\"" + LocalDate.of(2000, 1, 1).plusDays(random.nextInt(12_000)) + "\"";
            case TEXT -> "\"" + List.of("园区", "a\\\"b\\\\c", "\\u4e2d😀", "x/y", "\\u00e9").get(random.nextInt(5)) + "\"";
            case ENUM -> "\"" + List.copyOf(fact.constants().keySet()).get(random.nextInt(fact.constants().size())) + "\"";
            case LIST -> IntStream.range(0, random.nextInt(4)).mapToObj(i -> any(fact, fact.element(), random)).collect(Collectors.joining(",", "[", "]"));
            case YEAR_MAP -> "{\"20" + (10 + random.nextInt(9)) + (fact.element() == FactKind.INTEGER ? "\":1" : "\":1.50") + ",\"1999\":" + number + "}";
            case RECORD -> fact.records().facts().stream().filter(part -> random.nextBoolean() && !Contradictions.paths().contains(part.path()))
                    .map(part -> "\"" + part.name() + "\":" + any(part, part.kind(), random)).collect(Collectors.joining(",", "{", "}"));
        };
    }

    /** Equal facts in any order, with any spacing. */
    private static String body(Map<String, String> facts, Random random, String spaces) {
        List<String> blocks = new ArrayList<>();
        for (String name : Requests.CATALOGUE.names()) {
            BlockModel block = Requests.CATALOGUE.block(name);
            List<String> members = facts.keySet().stream().filter(path -> path.equals(name) || path.startsWith(name + "."))
                    .map(path -> "\"" + path.substring(path.indexOf('.') + 1) + "\":" + facts.get(path)).collect(Collectors.toList());
            Collections.shuffle(members, random);
            if (block != null) {
                blocks.add("\"" + name + "\":{" + String.join("," + spaces, members) + "}" + spaces);
            } else {
                blocks.addAll(members);
            }
        }
        Collections.shuffle(blocks, random);
        List<String> members = new ArrayList<>(List.of("\"question\"" + spaces + ":\"DUTY\"", "\"policy\":" + spaces + "\"jkf_2022_9\"",
                "\"facts\":{" + spaces + String.join(",", blocks) + "}"));
        Collections.shuffle(members, random);
        return spaces + "{" + String.join(spaces + ",", members) + "}" + spaces;
    }

    @Test
    @DisplayName("证据中的各种值")
    void writesValuesOfEvidence() {
        assertEquals("[true,3,0.5,'2023-03-15','FOREIGN_COUNTRY',[1,2],{'2022':1},{'none':true},'x']", written(List.of(true, 3, new BigDecimal("0.50"),
                LocalDate.of(2023, 3, 15), LocationClass.FOREIGN_COUNTRY, List.of(1, 2L), Map.of(2022, BigDecimal.ONE), Known.none("a.b"),
                Known.of("a.c", "x"))).replace('"', '\''));
        assertThrows(IllegalArgumentException.class, () -> written(Known.missing("a.b")));
    }

    private static String written(Object value) {
        CanonicalJson json = new CanonicalJson();
        Requests.WRITER.write(json, value);
        return new String(json.bytes(), StandardCharsets.UTF_8);
    }
}
