package org.zhunsheng.duplication;

import java.time.Instant;
import org.zhunsheng.similarity.Overlap;
import org.zhunsheng.similarity.Project;
import org.zhunsheng.similarity.Similarity;
import org.zhunsheng.wire.CanonicalJson;

/** Writes awards for similar projects: the phrases of both side by side, each with its place in the text as it was given. */
final class SimilarWriter {

    private SimilarWriter() {
    }

    static void write(CanonicalJson json, Similar similar, Project project, Instant moment) {
        json.object().name("algorithm").value(Similarity.ALGORITHM).name("compared").value(similar.compared()).name("further").array();
        similar.further().forEach(award -> json.object().name("award").value(award.code()).name("version").value(award.version()).end());
        json.end().name("suspects").array();
        similar.suspects().forEach(suspect -> write(json, suspect, project, moment));
        json.end().name("threshold").value(Similar.THRESHOLD).end();
    }

    private static void write(CanonicalJson json, Similar.Suspect suspect, Project project, Instant moment) {
        Award award = suspect.award();
        json.object().name("award").value(award.code()).name("clauses").array();
        suspect.clauses().forEach(touched -> json.object().name("clause").value(touched.clause()).name("level").value(touched.level().name()).end());
        json.end().name("overlaps").array();
        for (Overlap overlap : suspect.overlaps()) {
            place(json.object().name("award"), AwardTexts.project(award.content()), overlap.other());
            json.name("phrase").value(overlap.phrase());
            place(json.name("project"), project, overlap.one());
            json.end();
        }
        json.end().name("point").value(Settled.ofContent(award.code())).name("score").value(suspect.score());
        json.name("state").value(award.stateAt(moment).name()).name("title").value(award.content().title());
        json.name("unit").value(suspect.unit().name()).name("unitCode").value(award.content().unitCode());
        json.name("version").value(award.version()).end();
    }

    private static void place(CanonicalJson json, Project project, Overlap.Place place) {
        boolean title = place.field() == Overlap.Field.TITLE;
        json.object().name("end").value(place.end()).name("field").value(title ? "title" : "abstract").name("start").value(place.start());
        json.name("text").value((title ? project.title() : project.summary()).substring(place.start(), place.end())).end();
    }
}
