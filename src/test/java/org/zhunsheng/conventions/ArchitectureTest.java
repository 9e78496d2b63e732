package org.zhunsheng.conventions;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.zhunsheng.evaluation.AnswerKind;
import org.zhunsheng.evaluation.Answers;
import org.zhunsheng.facts.GrantCase;
import org.zhunsheng.facts.Question;
import org.zhunsheng.guides.GuideStore;

@DisplayName("包之间的依赖只朝一个方向")
class ArchitectureTest {

    private static final JavaClasses OURS = new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.zhunsheng");

    private static final DescribedPredicate<JavaClass> JDK = resideInAPackage("java..").or(nameMatching("(boolean|byte|char|short|int|long"
            + "|float|double|void)(\\[])*|\\[.*"));

    private static String in(String name) {
        return "org.zhunsheng." + name + "..";
    }

    private static DescribedPredicate<JavaClass> ours(String... names) {
        return resideInAnyPackage(Stream.of(names).map(ArchitectureTest::in).toArray(String[]::new));
    }

    /** Our packages that this one may know, beside itself; libraries are not looked at. */
    private static void knows(String name, String... others) {
        DescribedPredicate<JavaClass> outside = resideInAPackage("org.zhunsheng..").and(DescribedPredicate.not(ours(others)))
                .and(DescribedPredicate.not(ours(name)));
        noClasses().that().resideInAPackage(in(name)).should().dependOnClassesThat(outside)
                .because(name + " 只应知道 " + String.join("、", others)).check(OURS);
    }

    private static void onlyJdk(String name, DescribedPredicate<JavaClass> besides) {
        classes().that().resideInAPackage(in(name)).should().onlyDependOnClassesThat(JDK.or(ours(name)).or(besides)).check(OURS);
    }

    @Test
    @DisplayName("日历只知道JDK")
    void calendar() {
        onlyJdk("calendar", DescribedPredicate.alwaysFalse());
    }

    @Test
    @DisplayName("事实只知道JDK和日历")
    void facts() {
        onlyJdk("facts", ours("calendar"));
    }

    @Test
    @DisplayName("结论只知道JDK、事实和日历")
    void findings() {
        onlyJdk("findings", ours("facts", "calendar"));
    }

    @Test
    @DisplayName("政策只知道JDK和问题的种类")
    void policy() {
        onlyJdk("policy", JavaClass.Predicates.type(Question.class));
    }

    @Test
    @DisplayName("决策表和规则库只知道这四个包，规则库还知道决策表")
    void tablesAndRuleBase() {
        knows("tables", "facts", "findings", "policy", "calendar");
        knows("rulebase", "facts", "findings", "policy", "calendar", "tables");
    }

    @Test
    @DisplayName("报文只知道事实和结论；记录不知道怎样决定")
    void wireAndRecord() {
        knows("wire", "facts", "findings", "calendar");
        knows("record", "facts", "rulebase", "wire", "database");
        knows("database");
    }

    @Test
    @DisplayName("相似程度只知道自己：不知道奖补、题目来自哪里")
    void similarity() {
        knows("similarity");
    }

    @Test
    @DisplayName("没有谁知道怎样决定，除了决定本身")
    void nobodyKnowsTheEvaluation() {
        noClasses().that(DescribedPredicate.not(ours("evaluation"))).and().resideInAnyPackage(in("calendar"), in("facts"), in("findings"),
                in("policy"), in("tables"), in("rulebase"), in("wire"), in("record"), in("database"))
                .should().dependOnClassesThat(ours("evaluation")).check(OURS);
    }

    @Test
    @DisplayName("申报通知和期限不知道怎样决定；没有谁知道期限")
    void guidesAndDeadlines() {
        knows("guides", "facts", "policy", "rulebase", "wire", "database", "identity");
        knows("deadlines", "facts", "calendar", "policy", "rulebase", "wire");
        noClasses().that(DescribedPredicate.not(ours("deadlines"))).should().dependOnClassesThat(ours("deadlines")).check(OURS);
    }

    @Test
    @DisplayName("单位只知道报文、记录、数据库和谁在请求")
    void subjects() {
        knows("subjects", "wire", "record", "database", "identity");
    }

    @Test
    @DisplayName("评定只从内存里取申报通知，不碰数据库")
    void evaluationsReadGuidesFromMemory() {
        noClasses().that().resideInAPackage(in("evaluation")).should().dependOnClassesThat(ours("database")).orShould()
                .dependOnClassesThat().areAssignableTo(GuideStore.class).check(OURS);
    }

    @Test
    @DisplayName("判断用决定和记录，没有谁知道判断")
    void judgement() {
        knows("judgement", "facts", "wire", "record", "evaluation", "identity");
        noClasses().that(DescribedPredicate.not(ours("judgement"))).should().dependOnClassesThat(ours("judgement")).check(OURS);
    }

    @Test
    @DisplayName("支持台账用评定的规则，没有谁知道台账")
    void duplication() {
        knows("duplication", "facts", "findings", "calendar", "policy", "rulebase", "wire", "record", "database", "identity", "evaluation", "subjects",
                "imports", "similarity");
        noClasses().that(DescribedPredicate.not(ours("duplication"))).should().dependOnClassesThat(ours("duplication")).check(OURS);
    }

    @Test
    @DisplayName("事件从记录和评定得知一切，不知道台账、登记册和单位；没有谁知道事件")
    void events() {
        knows("events", "wire", "record", "database", "identity", "evaluation");
        noClasses().that(DescribedPredicate.not(ours("events"))).should().dependOnClassesThat(ours("events")).check(OURS);
    }

    @Test
    @DisplayName("导入不知道导入到哪里，登记册不知道怎样决定")
    void importsAndRegisters() {
        knows("imports", "wire", "record", "database", "identity");
        knows("registers", "imports", "wire", "database");
        noClasses().that().resideInAPackage(in("evaluation")).should().dependOnClassesThat(ours("imports")).check(OURS);
    }

    @Test
    @DisplayName("怎样更好由决定本身试出；除了说明没有谁知道")
    void nearest() {
        knows("nearest", "facts", "findings", "calendar", "policy", "rulebase", "wire", "evaluation");
        noClasses().that(DescribedPredicate.not(ours("nearest", "explanation"))).should().dependOnClassesThat(ours("nearest")).check(OURS);
    }

    @Test
    @DisplayName("说明只读记录、台账和决策表，不作决定；没有谁知道说明")
    void explanation() {
        knows("explanation", "facts", "calendar", "policy", "tables", "rulebase", "registers", "wire", "evaluation", "nearest", "law", "pages");
        noClasses().that().resideInAPackage(in("explanation")).should().dependOnClassesThat(resideInAPackage(in("evaluation"))
                .and(DescribedPredicate.not(JavaClass.Predicates.belongToAnyOf(Answers.class, AnswerKind.class)))).check(OURS);
        noClasses().that(DescribedPredicate.not(ours("explanation"))).should().dependOnClassesThat(ours("explanation")).check(OURS);
    }

    @Test
    @DisplayName("页面怎样写、代码怎样称呼，不知道写的是什么")
    void pages() {
        knows("pages", "wire");
    }

    @Test
    @DisplayName("用例在规则库上试算，不存什么；只有交来的工作簿和版本知道用例")
    void cases() {
        knows("cases", "policy", "rulebase", "wire", "evaluation");
        noClasses().that(DescribedPredicate.not(ours("cases", "uploads", "editions"))).should().dependOnClassesThat(ours("cases")).check(OURS);
    }

    @Test
    @DisplayName("影响到谁，由记录和怎样重算得知；草案从哪里来，版本告诉它")
    void affected() {
        knows("affected", "rulebase", "wire", "record", "database", "evaluation", "pages");
        noClasses().that(DescribedPredicate.not(ours("affected", "editions"))).should().dependOnClassesThat(ours("affected")).check(OURS);
    }

    @Test
    @DisplayName("交来的工作簿对照决策表、规则库和用例核对，不作决定，不存什么")
    void uploads() {
        knows("uploads", "policy", "tables", "rulebase", "wire", "cases");
    }

    @Test
    @DisplayName("身份不知道业务；只有它知道令牌和角色表")
    void identity() {
        knows("identity", "wire", "database");
        noClasses().that(DescribedPredicate.not(ours("identity"))).should().dependOnClassesThat().resideInAnyPackage("org.jose4j..",
                "org.eclipse.microprofile.jwt..", "io.quarkus.security..").check(OURS);
    }

    @Test
    @DisplayName("日志只知道记录，没有谁知道日志，除了启动的那一类和自查")
    void proof() {
        knows("proof", "wire", "record", "database", "identity", "evaluation");
        noClasses().that(DescribedPredicate.not(ours("proof", "audit"))).and().doNotHaveSimpleName("Main").should().dependOnClassesThat(ours("proof")).check(OURS);
    }

    @Test
    @DisplayName("自查用记录、日志和怎样重算；没有谁知道自查")
    void audit() {
        knows("audit", "rulebase", "wire", "record", "database", "identity", "evaluation", "proof");
        noClasses().that(DescribedPredicate.not(ours("audit"))).should().dependOnClassesThat(ours("audit")).check(OURS);
    }

    @Test
    @DisplayName("检索只读记录和日志的表，不知道怎样决定；没有谁知道检索")
    void search() {
        knows("search", "facts", "findings", "policy", "rulebase", "wire", "database", "identity", "evaluation");
        noClasses().that(DescribedPredicate.not(ours("search"))).should().dependOnClassesThat(ours("search")).check(OURS);
    }

    @Test
    @DisplayName("决策表的版本不知道怎样决定；没有谁知道版本")
    void editions() {
        knows("editions", "tables", "rulebase", "policy", "uploads", "cases", "affected", "wire", "record", "database", "identity");
        noClasses().that(DescribedPredicate.not(ours("editions"))).should().dependOnClassesThat(ours("editions")).check(OURS);
    }

    @Test
    @DisplayName("原文的变更不知道怎样决定；除了说明没有谁知道")
    void law() {
        knows("law", "policy", "tables", "rulebase", "wire", "record", "database", "identity");
        noClasses().that(DescribedPredicate.not(ours("law", "explanation"))).should().dependOnClassesThat(ours("law")).check(OURS);
    }

    @Test
    @DisplayName("没有谁依赖 Resource")
    void nobodyKnowsAResource() {
        noClasses().that().haveSimpleNameNotEndingWith("Resource").should().dependOnClassesThat().haveSimpleNameEndingWith("Resource").check(OURS);
    }

    @Test
    @DisplayName("包之间没有循环")
    void noCycles() {
        slices().matching("org.zhunsheng.(*)..").should().beFreeOfCycles().check(OURS);
    }

    @Test
    @DisplayName("一份文件的案卷只有事实包自己知道：别的文件不用改代码")
    void nobodyKnowsOneCaseFile() {
        noClasses().that().resideOutsideOfPackage(in("facts")).should().dependOnClassesThat().areAssignableTo(GrantCase.class).check(OURS);
    }
}
