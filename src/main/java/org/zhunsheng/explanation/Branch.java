package org.zhunsheng.explanation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.zhunsheng.explanation.Explanation.Line;
import org.zhunsheng.pages.Wording;
import org.zhunsheng.policy.Clause;

/** A clause with its parts below it, in the document's order. One that was not looked at itself but has parts that were has no line. */
public record Branch(String clause, String title, Line line, List<Branch> parts) {

    /** The articles of an answer, everything that was looked at below them. */
    static List<Branch> of(List<Line> lines, Sourcebook book, Wording wording) {
        Map<String, Branch> all = new LinkedHashMap<>();
        Map<String, Line> byClause = new HashMap<>();
        lines.forEach(line -> byClause.put(line.clause(), line));
        List<Branch> articles = new ArrayList<>();
        // the ledger is in reading order; findings of parts may come before their whole
        lines.stream().map(Line::clause).distinct().sorted(Comparator.comparing(book::place))
                .forEach(clause -> grow(book.clause(clause), byClause, all, articles, book, wording));
        return articles;
    }

    private static Branch grow(Clause clause, Map<String, Line> byClause, Map<String, Branch> all, List<Branch> articles, Sourcebook book,
                               Wording wording) {
        Branch known = all.get(clause.id());
        if (known != null) {
            return known;
        }
        Branch branch = new Branch(clause.id(), wording.say(clause.zh(), clause.en()), byClause.get(clause.id()), new ArrayList<>());
        all.put(clause.id(), branch);
        Clause parent = book.parent(clause.id());
        (parent == null ? articles : grow(parent, byClause, all, articles, book, wording).parts).add(branch);
        return branch;
    }
}
