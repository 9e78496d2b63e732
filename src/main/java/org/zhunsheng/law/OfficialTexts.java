package org.zhunsheng.law;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The official wordings as they stand now, and which of them changed without anybody having said yet that the rules behind them were reviewed. */
public final class OfficialTexts {

    /** Where no operator supplied any. */
    public static final OfficialTexts NONE = new OfficialTexts();

    private volatile Map<Article, Wording> wordings = Map.of();
    private volatile Collection<Article> unreviewed = List.of();

    OfficialTexts() {
    }

    public static OfficialTexts of(String policy, Map<String, String> byClause) {
        OfficialTexts texts = new OfficialTexts();
        texts.wordings = byClause.entrySet().stream().collect(Collectors.toMap(text -> new Article(policy, text.getKey()),
                text -> new Wording(text.getValue())));
        return texts;
    }

    /** Null where none was supplied. */
    public String of(String policy, String clause) {
        Wording wording = wordings.get(new Article(policy, clause));
        return wording == null ? null : wording.text();
    }

    /** Whether the text of the clause, or of an article that it is a part of, changed and is to be reviewed. */
    public boolean isToBeReviewed(String policy, String clause) {
        return !unreviewed.isEmpty() && unreviewed.stream().anyMatch(article -> article.covers(policy, clause));
    }

    int supplied() {
        return wordings.size();
    }

    int unreviewed() {
        return unreviewed.size();
    }

    void stand(Map<Article, Wording> now) {
        wordings = Map.copyOf(now);
    }

    void awaitReview(Collection<Article> articles) {
        unreviewed = List.copyOf(articles);
    }
}
