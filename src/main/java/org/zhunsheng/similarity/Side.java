package org.zhunsheng.similarity;

import java.util.Arrays;
import org.zhunsheng.similarity.Overlap.Field;
import org.zhunsheng.similarity.Overlap.Place;

/** Title and summary of one project in a row, of which what has been matched is taken away. */
final class Side {

    private static final int LEAST_CHINESE = 2;
    /** Letters and digits say less each than Chinese characters. */
    private static final int LEAST_OF_ANY = 4;

    private final Normalised title;
    private final Normalised summary;
    private final String text;
    private final boolean[] boilerplate;
    private final boolean[] taken;

    /** What stands between title and summary differs on both sides, so that nothing matches across. */
    Side(Project project, char between) {
        title = Normalised.of(project.title());
        summary = Normalised.of(project.summary());
        text = title.text() + between + summary.text();
        boilerplate = Arrays.copyOf(Boilerplate.within(title.text()), text.length());
        boolean[] inSummary = Boilerplate.within(summary.text());
        System.arraycopy(inSummary, 0, boilerplate, title.text().length() + 1, inSummary.length);
        taken = new boolean[text.length()];
    }

    int length() {
        return text.length();
    }

    boolean matches(int i, Side other, int j) {
        return text.charAt(i) == other.text.charAt(j);
    }

    boolean isLeft(int start, int length) {
        for (int i = start; i < start + length; i++) {
            if (taken[i]) {
                return false;
            }
        }
        return true;
    }

    /** Enough characters of its own beside boilerplate. */
    boolean saysSomething(int start, int length) {
        int own = 0;
        int chinese = 0;
        for (int i = start; i < start + length; i++) {
            if (!boilerplate[i]) {
                own++;
                chinese += Character.isIdeographic(text.charAt(i)) ? 1 : 0;
            }
        }
        return chinese >= LEAST_CHINESE || own >= LEAST_OF_ANY;
    }

    void take(int start, int length) {
        Arrays.fill(taken, start, start + length, true);
    }

    String phrase(int start, int length) {
        return text.substring(start, start + length);
    }

    Place place(int start, int length) {
        boolean inTitle = start < title.text().length();
        Normalised field = inTitle ? title : summary;
        int first = inTitle ? start : start - title.text().length() - 1;
        return new Place(inTitle ? Field.TITLE : Field.SUMMARY, field.starts()[first], field.ends()[first + length - 1]);
    }
}
