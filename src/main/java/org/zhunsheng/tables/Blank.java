package org.zhunsheng.tables;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.zhunsheng.facts.CaseFile;
import org.zhunsheng.facts.Figures;
import org.zhunsheng.facts.Judgement;
import org.zhunsheng.facts.Judgements;
import org.zhunsheng.facts.Known;
import org.zhunsheng.facts.Readings;
import org.zhunsheng.findings.Tally;

/**
 * A form for cases: every block of the record is there and every fact missing, until a case fills some in. Works on any record of
 * facts, so that another document's case needs nothing here.
 */
final class Blank {

    /** The day all cases are looked at; not at the end of a month or year, so that a day more or less is one. */
    static final LocalDate DAY = LocalDate.of(2023, 3, 15);

    /** One place of the form: a block of places, or a single fact with what stands there as long as nothing is given. */
    private record Place(String path, Class<?> type, Constructor<?> block, List<Place> places, Object standard) {
    }

    private final String policy;
    private final Figures figures;
    private final Map<String, List<String>> scales;
    private final Class<?> caseFile;
    private final Place root;

    Blank(Viewpoint viewpoint, String policy, Figures figures, Map<String, List<String>> scales) {
        this.policy = policy;
        this.figures = figures;
        this.scales = scales;
        this.caseFile = viewpoint.root();
        this.root = place(viewpoint.pattern(), "");
    }

    Object filled(GridCase one) {
        return filled(root, one);
    }

    private Object filled(Place place, GridCase one) {
        if (one.given().containsKey(place.path)) {
            return one.given().get(place.path);
        }
        if (place.type == Readings.class) {
            return new Readings(one.chosen());
        }
        if (place.type == Judgements.class) {
            Map<String, Judgement> judgements = new HashMap<>();
            one.judged().forEach((point, value) -> judgements.put(point, new Judgement(value, "评审专家", DAY, "")));
            return new Judgements(policy, judgements, scales);
        }
        // a block in which nothing is given is the same in every case
        boolean untouched = place.standard != null && one.given().keySet().stream().noneMatch(path -> path.startsWith(place.path + "."));
        return place.block == null || untouched ? place.standard : construct(place, one);
    }

    private Object construct(Place place, GridCase one) {
        try {
            return place.block.newInstance(place.places.stream().map(part -> filled(part, one)).toArray());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(place.type + " cannot be built", e);
        }
    }

    private Place place(Class<?> type, String path) {
        if (!type.isRecord() || type == Readings.class || type == Judgements.class || type == Figures.class || type == Tally.class) {
            return new Place(path, type, null, List.of(), standard(type, path));
        }
        RecordComponent[] components = type.getRecordComponents();
        List<Place> places = new ArrayList<>();
        for (RecordComponent component : components) {
            Class<?> part = component.getType() == CaseFile.class ? caseFile : component.getType();
            places.add(place(part, path.isEmpty() ? component.getName() : path + "." + component.getName()));
        }
        try {
            Constructor<?> block = type.getDeclaredConstructor(Arrays.stream(components).map(RecordComponent::getType).toArray(Class[]::new));
            Place place = new Place(path, type, block, places, null);
            boolean onlyFacts = places.stream().allMatch(part -> part.type == Known.class);
            return onlyFacts ? new Place(path, type, block, places, construct(place, GridCase.empty())) : place;
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(type + " cannot be built", e);
        }
    }

    private Object standard(Class<?> type, String path) {
        if (type == Known.class) {
            return Known.missing(path);
        }
        if (type == Figures.class) {
            return figures;
        }
        if (type == Tally.class) {
            return new Tally(path, 0, 0, Set.of(), Set.of());
        }
        return type == LocalDate.class ? DAY : null;
    }
}
