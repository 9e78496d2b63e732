package org.zhunsheng.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.zhunsheng.wire.ProblemCode;

@DisplayName("契约文件自身")
class DocumentTest {

    private static final Contract CONTRACT = Contract.FILE;

    /** Shapes that others fix. */
    private static final Set<String> NOT_OURS = Set.of("/components/schemas/Health");

    @Test
    @DisplayName("客户端生成工具读得懂，没有一句抱怨")
    void parses() {
        SwaggerParseResult result = new OpenAPIV3Parser().readLocation("openapi.yaml", null, null);
        assertEquals(List.of(), result.getMessages());
        assertEquals(CONTRACT.document().get("paths").size(), result.getOpenAPI().getPaths().size());
    }

    @TestFactory
    @DisplayName("每个例子符合自己的模式")
    Stream<DynamicTest> examplesFit() {
        List<DynamicTest> tests = new ArrayList<>();
        Example.of(CONTRACT).forEach(example -> tests.add(DynamicTest.dynamicTest(example.toString(),
                () -> assertEquals(List.of(), CONTRACT.misfits(example.schema(), example.answer())))));
        CONTRACT.operations().forEach(operation -> {
            JsonNode content = operation.definition().at("/requestBody/content/application~1json");
            content.path("examples").properties().forEach(example -> tests.add(DynamicTest.dynamicTest(operation + " ← " + example.getKey(),
                    () -> assertEquals(List.of(), CONTRACT.misfits(content.get("schema"), CONTRACT.resolved(example.getValue()).get("value"))))));
            operation.parameters().forEach(parameter -> parameter.path("examples").properties().forEach(example -> tests.add(
                    DynamicTest.dynamicTest(operation + " ← " + parameter.get("name").asText() + " " + example.getKey(),
                            () -> assertEquals(List.of(), CONTRACT.misfits(parameter.get("schema"), example.getValue().get("value")))))));
        });
        return tests.stream();
    }

    @Test
    @DisplayName("每个操作都有可运行的例子，每个请求例子都有答复")
    void everyOperationHasAnExample() {
        CONTRACT.operations().forEach(operation -> {
            List<String> answered = Example.of(CONTRACT).stream().filter(example -> example.operation() == operation).map(Example::name).toList();
            assertFalse(answered.isEmpty(), operation + " 没有例子");
            operation.definition().at("/requestBody/content/application~1json/examples").fieldNames()
                    .forEachRemaining(name -> assertTrue(answered.contains(name), operation + " 的请求 " + name + " 没有答复"));
        });
    }

    @Test
    @DisplayName("没有多余的定义，也没有落空的引用")
    void referencesMeetDefinitions() {
        Set<String> referred = new TreeSet<>();
        visit("", CONTRACT.document(), (at, node) -> {
            if (node.path("$ref").isTextual()) {
                referred.add(node.get("$ref").asText());
            }
        });
        CONTRACT.document().get("security").forEach(scheme -> scheme.fieldNames().forEachRemaining(name -> referred.add("#/components/securitySchemes/" + name)));
        Set<String> defined = new TreeSet<>();
        CONTRACT.document().get("components").properties().forEach(kind -> kind.getValue().fieldNames()
                .forEachRemaining(name -> defined.add("#/components/" + kind.getKey() + "/" + name)));
        assertEquals(defined, referred);
    }

    @Test
    @DisplayName("我们定义的对象都列明字段，没有写到的字段不许出现")
    void strict() {
        List<String> open = new ArrayList<>();
        visit("/components/schemas", CONTRACT.document().at("/components/schemas"), (at, node) -> {
            if (node.path("type").asText().equals("object") && !node.has("additionalProperties")
                    && NOT_OURS.stream().noneMatch(at::startsWith)) {
                open.add(at);
            }
            if (node.has("properties") && node.path("additionalProperties").asBoolean(false)) {
                open.add(at);
            }
            node.path("required").forEach(name -> assertTrue(node.path("properties").has(name.asText()), at + " 要求未定义的 " + name));
        });
        assertEquals(List.of(), open);
    }

    @Test
    @DisplayName("例子中的 core 按字段名排序")
    void coresAreSorted() {
        Example.of(CONTRACT).stream().filter(example -> example.answer().has("core")).forEach(example ->
                visit(example.toString(), example.answer().get("core"), (at, node) -> {
                    List<String> names = new ArrayList<>();
                    node.fieldNames().forEachRemaining(names::add);
                    assertEquals(names.stream().sorted().toList(), names, at);
                }));
    }

    @Test
    @DisplayName("错误代码与程序一致")
    void problemCodes() {
        List<String> codes = new ArrayList<>();
        CONTRACT.schema("ProblemCode").get("enum").forEach(code -> codes.add(code.asText()));
        assertEquals(Arrays.stream(ProblemCode.values()).map(Enum::name).toList(), codes);
    }

    /** Every object by its place, but not the lists of a schema's properties, which are named by others. */
    private static void visit(String at, JsonNode node, BiConsumer<String, JsonNode> to) {
        if (node instanceof ObjectNode) {
            if (!at.endsWith("/properties")) {
                to.accept(at, node);
            }
            node.properties().forEach(member -> visit(at + "/" + member.getKey(), member.getValue(), to));
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                visit(at + "/" + i, node.get(i), to);
            }
        }
    }
}
