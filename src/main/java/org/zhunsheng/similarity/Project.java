package org.zhunsheng.similarity;

import java.util.Objects;

/** What two projects are compared by. Many older awards have no summary. */
public record Project(String title, String summary) {

    public Project {
        Objects.requireNonNull(title);
        summary = summary == null ? "" : summary;
    }
}
