package org.zhunsheng.facts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("事实目录")
class FactCatalogueTest {

    private final FactCatalogue catalogue = new FactCatalogue(List.of(GrantCase.class));

    private FactModel fact(String path) {
        return catalogue.facts().stream().filter(fact -> fact.path().equals(path)).findAny().orElseThrow();
    }

    @Test
    @DisplayName("目录与记录一致：每个记录分量都在目录里，不多不少")
    void listsEveryComponent() {
        List<String> declared = new ArrayList<>();
        Stream.of(GrantCase.class.getRecordComponents()).map(RecordComponent::getType).filter(type -> type.isRecord() && hasFacts(type))
                .forEach(type -> names(type, declared));
        Stream.of(AdverseRecord.class, PlannedUse.class, TransferProject.class, PriorAward.class).forEach(type -> names(type, declared));
        declared.add("awardsHistory");
        assertEquals(new TreeSet<>(declared), catalogue.facts().stream().map(FactModel::path).collect(Collectors.toCollection(TreeSet::new)));
        assertEquals(declared.size(), catalogue.facts().size());
    }

    private static boolean hasFacts(Class<?> type) {
        return Stream.of(type.getRecordComponents()).anyMatch(component -> component.isAnnotationPresent(Fact.class));
    }

    private static void names(Class<?> type, Collection<String> names) {
        String simple = type.getSimpleName();
        String block = type.isAnnotationPresent(Block.class) ? type.getAnnotation(Block.class).value()
                : simple.substring(0, 1).toLowerCase() + simple.substring(1);
        Stream.of(type.getRecordComponents()).forEach(component -> names.add(block + "." + component.getName()));
    }

    @Test
    @DisplayName("每个事实都有中文名称；名称以 Yuan、M2、Percent 结尾的有相应单位；代码为大写")
    void labelsAndUnits() {
        Pattern chinese = Pattern.compile("\\p{IsHan}");
        Map<String, String> units = Map.of("Yuan", "元", "M2", "平方米", "Percent", "%");
        for (FactModel fact : catalogue.facts()) {
            assertTrue(chinese.matcher(fact.label()).find(), fact.path());
            units.forEach((ending, unit) -> assertEquals(fact.name().endsWith(ending), fact.unit().equals(unit), fact.path() + " " + fact.unit()));
            assertTrue(fact.unit().isEmpty() || fact.min() != null, fact.path() + " has a unit and no lower limit");
            assertTrue(fact.constants().keySet().stream().allMatch(code -> code.matches("[A-Z][A-Z0-9]*(_[A-Z0-9]+)*")), fact.path());
        }
    }

    @Test
    @DisplayName("种类、界限、代码和“没有”的含义取自声明")
    void readsDeclarations() {
        assertEquals(FactKind.DECIMAL, fact("park.siteAreaM2").kind());
        assertEquals(BigDecimal.ZERO, fact("park.siteAreaM2").min());
        assertEquals(FactKind.MONEY, fact("application.requestedAmountYuan").kind());
        assertEquals(FactKind.INTEGER, fact("goGlobal.firstOverseasApplicationYear").kind());
        assertEquals("从未在国(境)外应用", fact("goGlobal.firstOverseasApplicationYear").none());
        assertEquals(List.of("FOREIGN_COUNTRY", "HK_MACAO_TAIWAN", "MAINLAND_CHINA"), List.copyOf(fact("park.locationClass").constants().keySet()));
        assertEquals(FactKind.YEAR_MAP, fact("foreignRd.rdInvestmentByYearYuan").kind());
        assertEquals(FactKind.MONEY, fact("foreignRd.rdInvestmentByYearYuan").element());
        assertEquals(FactKind.DATE, fact("rdCentre.internationalInventionPatentGrantDates").element());
        assertEquals(List.of("PLATFORM_BUILDER", "RESOURCE_OPENER"), List.copyOf(fact("openScience.roles").constants().keySet()));
        assertEquals(FactKind.RECORD, fact("techTransfer.projects").element());
        assertEquals(FactKind.ENUM, fact("techTransfer.projects[].flow").kind());
        assertEquals("状态", fact("awardsHistory[].state").label());
    }

    @Test
    @DisplayName("案卷按名称组装：给了的在其位，没给的组为缺失，其他文件的事实不进来")
    void buildsACaseFile() {
        BlockModel parks = catalogue.block("park");
        Known<?>[] values = new Known<?>[parks.facts().size()];
        values[parks.position("setUpByApplicant")] = Known.of("park.setUpByApplicant", true);
        Object park = parks.of(values);
        GrantCase grant = (GrantCase) catalogue.caseOf(GrantCase.class).caseFile(
                Map.of("question", Question.SUPPORT, "direction", "OVERSEAS_PARK", "asOf", LocalDate.of(2023, 3, 15), "readings", Readings.DEFAULTS),
                Map.of("park", park, "base", "another document's"));
        assertSame(park, grant.park());
        assertEquals(Known.of("park.setUpByApplicant", true), grant.park().setUpByApplicant());
        assertEquals(Known.missing("park.siteAreaM2"), grant.park().siteAreaM2());
        assertSame(catalogue.block("journal").missing(), grant.journal());
        assertEquals(Known.missing("awardsHistory"), grant.awardsHistory());
        assertEquals("OVERSEAS_PARK", grant.direction());
        assertEquals(LocalDate.of(2023, 3, 15), grant.asOf());
        assertSame(Readings.DEFAULTS, grant.readings());
    }

    @Test
    @DisplayName("没有给出的上下文为空，事实组里的名称不会被当作上下文")
    void keepsContextAndFactsApart() {
        GrantCase grant = (GrantCase) catalogue.caseOf(GrantCase.class).caseFile(Map.of("park", "x"), Map.of("direction", "x"));
        assertEquals(null, grant.direction());
        assertSame(catalogue.block("park").missing(), grant.park());
    }

    public record Soil(@Fact("酸碱度") Known<BigDecimal> acidity) {
    }

    public record Bare(Known<Boolean> wet) {
    }

    public record Mixed(@Fact("湿") Known<Boolean> wet, Boolean dry) {
    }

    public record Odd(@Fact("数") Known<Double> number) {
    }

    public record LimitedText(@Fact(value = "文", min = "0") Known<String> text) {
    }

    @Block("elsewhere[]")
    public record Stone(@Fact("重") Known<BigDecimal> weight) {
    }

    public record Heap(@Fact("石") Known<List<Stone>> stones) {
    }

    static final class Other {
        public record Park(@Fact("名") Known<String> name) {
        }
    }

    public record WrongName(Question question, String direction, String step, Readings readings, Soil earth) implements CaseFile {
    }

    public record WithBare(Question question, String direction, String step, Readings readings, Bare bare) implements CaseFile {
    }

    public record WithMixed(Question question, String direction, String step, Readings readings, Mixed mixed) implements CaseFile {
    }

    public record WithOdd(Question question, String direction, String step, Readings readings, Odd odd) implements CaseFile {
    }

    public record WithLimitedText(Question question, String direction, String step, Readings readings, LimitedText limitedText) implements CaseFile {
    }

    public record WithHeap(Question question, String direction, String step, Readings readings, Heap heap) implements CaseFile {
    }

    public record WithLoose(Question question, String direction, String step, Readings readings, List<String> loose) implements CaseFile {
    }

    public record WithOtherPark(Question question, String direction, String step, Readings readings, Other.Park park) implements CaseFile {
    }

    public record WithOtherHistory(Question question, String direction, String step, Readings readings,
                                   @Fact("历史") Known<Boolean> awardsHistory) implements CaseFile {
    }

    public record WithSoil(Question question, String direction, String step, Readings readings, Park park, Soil soil) implements CaseFile {
    }

    static Stream<List<Class<? extends CaseFile>>> breaches() {
        return Stream.of(List.of(WrongName.class), List.of(WithBare.class), List.of(WithMixed.class), List.of(WithOdd.class), List.of(WithLimitedText.class),
                List.of(WithHeap.class), List.of(WithLoose.class), List.of(GrantCase.class, WithOtherPark.class),
                List.of(GrantCase.class, WithOtherHistory.class));
    }

    @ParameterizedTest
    @MethodSource("breaches")
    @DisplayName("不合约定的记录在启动时就被指出")
    void refusesBreachesOfTheConventions(List<Class<? extends CaseFile>> roots) {
        assertThrows(IllegalStateException.class, () -> new FactCatalogue(roots));
    }

    @Test
    @DisplayName("另一文件的案卷共用同名事实组，并带来自己的事实")
    void sharesBlocksBetweenDocuments() {
        FactCatalogue both = new FactCatalogue(List.of(GrantCase.class, WithSoil.class));
        assertEquals(catalogue.facts().size() + 1, both.facts().size());
        assertEquals("酸碱度", both.block("soil").facts().get(0).label());
    }
}
