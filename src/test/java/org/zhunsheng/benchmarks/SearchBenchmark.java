package org.zhunsheng.benchmarks;

import org.zhunsheng.search.SearchTimes;

/** Each filter of the search over a million recorded evaluations, alone and two together; an export of all, and screens. */
public final class SearchBenchmark {

    private SearchBenchmark() {
    }

    public static void main(String[] args) throws Exception {
        try (SearchTimes times = new SearchTimes(Long.getLong("records", 1_000_000))) {
            times.print();
        }
    }
}
