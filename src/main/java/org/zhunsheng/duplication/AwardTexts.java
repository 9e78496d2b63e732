package org.zhunsheng.duplication;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.zhunsheng.duplication.Award.Content;
import org.zhunsheng.similarity.Candidates;
import org.zhunsheng.similarity.Project;

/** What awards are found by when a project like them is looked for, kept in the transaction that writes the award. */
final class AwardTexts {

    private AwardTexts() {
    }

    /** One goes by itself, as its rows do. */
    static void added(Connection connection, List<Award> awards) throws SQLException {
        Map<Long, Project> texts = new HashMap<>();
        awards.stream().filter(award -> hasText(award.content())).forEach(award -> texts.put(award.id(), project(award.content())));
        if (texts.size() == 1) {
            Map.Entry<Long, Project> only = texts.entrySet().iterator().next();
            Candidates.store(connection, only.getKey(), only.getValue());
        } else if (!texts.isEmpty()) {
            Candidates.store(connection, texts);
        }
    }

    /** Most of what happens to an award leaves its text as it is. A text that was taken away is found no more. */
    static void changed(Connection connection, Content before, Award award) throws SQLException {
        Content content = award.content();
        if (!Objects.equals(before.title(), content.title()) || !Objects.equals(before.summary(), content.summary())) {
            Candidates.store(connection, award.id(), project(content));
        }
    }

    private static boolean hasText(Content content) {
        return content.title() != null || content.summary() != null;
    }

    static Project project(Content content) {
        return new Project(content.title() == null ? "" : content.title(), content.summary());
    }
}
