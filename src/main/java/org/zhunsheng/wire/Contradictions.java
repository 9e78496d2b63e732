package org.zhunsheng.wire;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.zhunsheng.facts.BlockModel;
import org.zhunsheng.facts.FactCatalogue;
import org.zhunsheng.facts.FactKind;
import org.zhunsheng.facts.FactModel;
import org.zhunsheng.facts.Known;

/**
 * Facts of one block that cannot both be true: a part is not larger than its whole, and nothing ends before it starts. Only what
 * follows from the meaning of the facts stands here; what a document requires of them is for its rules.
 */
final class Contradictions {

    /** "block: smaller or earlier, larger or later". */
    private static final List<String> ORDERED = List.of(
            "park: companiesInBothGroupsCount, beijingCompanyCount",
            "park: companiesInBothGroupsCount, cooperatingCompanyCount",
            "park: beijingCompanyCount, beijingOrCooperatingCompanyCount",
            "park: cooperatingCompanyCount, beijingOrCooperatingCompanyCount",
            "park: areaUsedByTechTenantsM2, siteAreaM2",
            "park: publicServiceAreaM2, siteAreaM2",
            "incubator: incubatedCooperatingWithBeijingCount, incubatedCompanyCount",
            "techTransfer.projects[]: annualRevenueAbroadYuan, annualRevenueYuan",
            "talent: departOn, returnOn",
            "project: implementationEndsOn, approvedExtensionEndsOn",
            "publicity: startedOn, closedOn",
            "foreignTalents[]: startedOn, endedOn",
            "baseResearch.projects[]: startedOn, endedOn",
            "basePlatform.projects[]: socialCapitalLast5YearsYuan, socialCapitalTotalYuan",
            "basePlatform: transferProjectsLast5YearsCount, facilitatedProjectsLast5YearsCount",
            "basePlatform: incubationProjectsLast5YearsCount, facilitatedProjectsLast5YearsCount",
            "upgrade: interestSubsidyReceivedThisYearYuan, interestSubsidyReceivedYuan",
            "majorProgramme.projects[]: higherLevelFundsYuan, approvedFundsYuan",
            "base: recognisedOn, plaqueAwardedOn",
            "base: recognisedOn, evaluatedOn",
            "base: recognisedOn, revokedOn");

    private record Ordered(int less, int more) {
    }

    private final Map<String, List<Ordered>> byBlock;

    /** A pair no registered document knows is left aside; a test holds the list and the records together. */
    Contradictions(FactCatalogue catalogue) {
        Map<String, BlockModel> models = catalogue.models().stream().collect(Collectors.toMap(BlockModel::path, model -> model));
        byBlock = ORDERED.stream().map(line -> line.split("[:,] ")).filter(line -> models.containsKey(line[0]))
                .collect(Collectors.groupingBy(line -> line[0], Collectors.mapping(line -> ordered(models.get(line[0]), line), Collectors.toList())));
    }

    private static Ordered ordered(BlockModel model, String[] line) {
        int less = model.position(line[1]);
        int more = model.position(line[2]);
        if (less < 0 || more < 0) {
            throw new IllegalStateException(model + " lacks " + line[1] + " or " + line[2]);
        }
        return new Ordered(less, more);
    }

    /** Every fact named above. */
    static Set<String> paths() {
        return ORDERED.stream().map(line -> line.split("[:,] ")).flatMap(line -> Stream.of(line[0] + "." + line[1], line[0] + "." + line[2]))
                .collect(Collectors.toSet());
    }

    /** The reader stands behind the block. */
    void check(BlockModel model, Known<?>[] known, JsonInput in) {
        List<Ordered> pairs = byBlock.get(model.path());
        if (pairs == null) {
            return;
        }
        for (Ordered pair : pairs) {
            Object less = valueAt(known, pair.less);
            Object more = valueAt(known, pair.more);
            if (less != null && more != null && isGreater(less, more)) {
                report(model.facts().get(pair.less), less, model.facts().get(pair.more), more, in);
            }
        }
    }

    private static Object valueAt(Known<?>[] known, int position) {
        return known[position] == null ? null : known[position].value();
    }

    @SuppressWarnings("unchecked")
    private static boolean isGreater(Object one, Object other) {
        return ((Comparable<Object>) one).compareTo(other) > 0;
    }

    private static void report(FactModel less, Object one, FactModel more, Object other, JsonInput in) {
        boolean dates = less.kind() == FactKind.DATE;
        in.problems.at(in.pointer() + "/" + less.name(), ProblemCode.CONTRADICTION,
                "“" + less.label() + "”(" + one + ")" + (dates ? "晚于" : "大于") + "“" + more.label() + "”(" + other + ")",
                less.path() + " (" + one + ") is " + (dates ? "after " : "more than ") + more.path() + " (" + other + ")");
    }
}
