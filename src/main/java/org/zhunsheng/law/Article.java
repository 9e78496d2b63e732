package org.zhunsheng.law;

/** An article of a document, or a part of one, by the name that the ledger gives it. */
record Article(String policy, String clause) implements Comparable<Article> {

    /** Whether what is said of this article is said of that clause as well. */
    boolean covers(String inPolicy, String other) {
        return policy.equals(inPolicy) && (other.equals(clause) || other.startsWith(clause + "."));
    }

    @Override
    public int compareTo(Article other) {
        int first = policy.compareTo(other.policy);
        return first != 0 ? first : clause.compareTo(other.clause);
    }

    @Override
    public String toString() {
        return policy + "/" + clause;
    }
}
