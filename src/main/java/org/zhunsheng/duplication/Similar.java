package org.zhunsheng.duplication;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.zhunsheng.similarity.Overlap;
import org.zhunsheng.similarity.Project;
import org.zhunsheng.similarity.Similarity;

/**
 * The awards for projects that read like the one at hand, without the keys or a person saying that they are the same. They decide nothing:
 * people look at the phrases both share.
 *
 * @param compared how many texts were held against the project's, of all that its rarest words led to and all of its unit
 * @param further  those that are similar as well, but less than the ones that are shown
 */
record Similar(int compared, List<Suspect> suspects, List<Award> further) {

    /** As many as a person will look at. */
    private static final int SHOWN = 20;

    /** The last digits are different from one processor to the next, and nobody reads them. */
    private static final int DIGITS = 4;

    static final BigDecimal THRESHOLD = BigDecimal.valueOf(Similarity.SUSPECT);

    record Suspect(Award award, History.Unit unit, BigDecimal score, List<Overlap> overlaps, List<Alone.Touched> clauses) {
    }

    record Scored(Award award, BigDecimal score) {
    }

    Stream<Award> awards() {
        return Stream.concat(suspects.stream().map(Suspect::award), further.stream());
    }

    /** Whether a clause could come out otherwise if one of them were the same. */
    boolean isOpen() {
        return !further.isEmpty() || suspects.stream().anyMatch(suspect -> !suspect.clauses().isEmpty());
    }

    /**
     * Awards that the record names are scored anew; how many others were, it says itself.
     *
     * @param touched which clauses would come out otherwise if an award were for the same content
     */
    static Similar of(Sought sought, List<Award> awards, Function<Award, List<Alone.Touched>> touched, int compared) {
        List<Scored> ranked = ranked(sought, awards);
        List<Scored> shown = ranked.subList(0, Math.min(SHOWN, ranked.size()));
        List<Suspect> suspects = new ArrayList<>();
        for (Scored scored : shown) {
            Award award = scored.award();
            List<Alone.Touched> clauses = touched.apply(award);
            List<Overlap> overlaps = Overlap.of(sought.project(), AwardTexts.project(award.content()));
            suspects.add(new Suspect(award, sought.unit(award), scored.score(), overlaps, clauses));
        }
        return new Similar(compared, suspects, ranked.subList(shown.size(), ranked.size()).stream().map(Scored::award).toList());
    }

    /** The most similar first, and of equals the one that the ledger knew first. */
    static List<Scored> ranked(Sought sought, List<Award> awards) {
        ToDoubleFunction<Project> likeness = Similarity.to(sought.project());
        return awards.stream().filter(Similar::isComparable).filter(award -> !sought.sameByKey(award) && sought.settled().sameContent(award).isEmpty())
                .map(award -> new Scored(award, readable(likeness.applyAsDouble(AwardTexts.project(award.content())))))
                .filter(scored -> scored.score().compareTo(THRESHOLD) >= 0)
                .sorted(Comparator.comparing(Scored::score).reversed().thenComparing(scored -> scored.award().id())).toList();
    }

    static boolean isComparable(Award award) {
        return award.content().title() != null;
    }

    private static BigDecimal readable(double score) {
        return BigDecimal.valueOf(score).setScale(DIGITS, RoundingMode.HALF_UP).stripTrailingZeros();
    }
}
