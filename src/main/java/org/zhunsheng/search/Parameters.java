package org.zhunsheng.search;

import jakarta.ws.rs.core.MultivaluedMap;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.zhunsheng.evaluation.Outcome;
import org.zhunsheng.facts.Question;
import org.zhunsheng.findings.Truth;
import org.zhunsheng.rulebase.RuleBases;
import org.zhunsheng.wire.ProblemCode;
import org.zhunsheng.wire.ProblemException;
import org.zhunsheng.wire.Problems;

/** Reads the parameters of a request, and names all that is wrong with them. What is misspelt is refused: it would find too much. */
final class Parameters {

    private static final Set<String> TEXTS = Set.of("caller", "rule", "row", "direction");
    private static final Map<String, Pattern> FORMS = Map.of("subject", Pattern.compile("[0-9A-Z]{18}"), "ruleBase", Pattern.compile("sha256:[0-9a-f]{64}"),
            "judge", Pattern.compile("[0-9a-f]{16}"), "clause", Pattern.compile("[a-z0-9_]+/[^=]+"), "decidedBy", Pattern.compile("[a-z0-9_]+/[^=]+"),
            "judgement", Pattern.compile("[a-z0-9_]+/[^=]+"), "reading", Pattern.compile("[A-Z0-9-]+"), "option", Pattern.compile("[A-Z0-9_]+"),
            "judged", Pattern.compile("true|false|[A-Z0-9_]+"));
    private static final Map<String, List<String>> CODES = Map.of("question", names(Question.values()), "outcome", names(Outcome.values()),
            "verdict", names(Truth.values()));
    private static final Set<String> DAYS = Set.of("dayFrom", "dayTo", "recordedFrom", "recordedTo");
    private static final Set<String> AMOUNTS = Set.of("amountFrom", "amountTo");

    /** What says more about another one, and about which. */
    private static final Map<String, String> WITH = Map.of("verdict", "clause", "option", "reading", "judged", "judgement");

    private final MultivaluedMap<String, String> given;
    private final RuleBases bases;
    private final Problems problems = new Problems();
    private final Set<String> read = new TreeSet<>();

    Parameters(MultivaluedMap<String, String> given, RuleBases bases) {
        this.given = given;
        this.bases = bases;
    }

    /** Everything that is left is a filter, or unknown. */
    Filter filter() {
        SortedMap<String, String> filters = new TreeMap<>();
        for (String name : new TreeSet<>(given.keySet())) {
            if (!read.contains(name)) {
                text(name).ifPresent(value -> filters.put(name, checked(name, value)));
            }
        }
        WITH.forEach((half, whole) -> {
            if (filters.containsKey(half) && !filters.containsKey(whole)) {
                problems.at("/" + whole, ProblemCode.MISSING_FIELD, half + " 须与 " + whole + " 一起写", half + " goes with " + whole);
            }
        });
        problems.raise();
        for (String range : List.of("day", "recorded", "amount")) {
            String from = filters.get(range + "From");
            String to = filters.get(range + "To");
            if (from != null && to != null && (range.equals("amount") ? new BigDecimal(from).compareTo(new BigDecimal(to)) > 0 : from.compareTo(to) > 0)) {
                problems.at("/" + range + "To", ProblemCode.OUT_OF_RANGE, range + "To 不能小于 " + range + "From", range + "To must not be below " + range + "From");
            }
        }
        problems.raise();
        return new Filter(null, filters);
    }

    private Optional<String> text(String name) {
        read.add(name);
        List<String> values = given.getOrDefault(name, List.of());
        if (values.size() > 1) {
            problems.at("/" + name, ProblemCode.DUPLICATE_KEY, name + " 写了 " + values.size() + " 次", name + " is given " + values.size() + " times");
        }
        return values.stream().findFirst();
    }

    private String checked(String name, String value) {
        if (name.equals("policy")) {
            return policy(value);
        } else if (CODES.containsKey(name)) {
            require(CODES.get(name).contains(value), name, ProblemCode.UNKNOWN_VALUE, "应为 " + String.join("、", CODES.get(name)),
                    "must be one of " + String.join(", ", CODES.get(name)));
        } else if (DAYS.contains(name)) {
            require(isDay(value), name, ProblemCode.NOT_A_DATE, "应为日期，如 2023-03-15", "must be a date such as 2023-03-15");
        } else if (AMOUNTS.contains(name)) {
            require(value.matches("\\d{1,13}(\\.\\d{1,2})?"), name, ProblemCode.NOT_A_NUMBER, "应为金额，如 500000", "must be an amount such as 500000");
        } else if (FORMS.containsKey(name)) {
            require(FORMS.get(name).matcher(value).matches(), name, ProblemCode.INVALID_TEXT, "应形如 " + FORMS.get(name), "must look like " + FORMS.get(name));
        } else if (TEXTS.contains(name)) {
            require(!value.isEmpty() && value.length() <= 200 && value.indexOf(0) < 0, name, ProblemCode.INVALID_TEXT, "应为 1 至 200 个字符", "must have 1 to 200 characters");
        } else {
            problems.at("/" + Problems.step(name), ProblemCode.UNKNOWN_FIELD, "没有参数 " + name, "there is no parameter " + name);
        }
        return value;
    }

    /** By its name or its number. */
    private String policy(String value) {
        return bases.inForce(value).or(() -> bases.ended(value).map(RuleBases.Ended::by)).map(base -> base.policy().policy()).orElseGet(() -> {
            problems.at("/policy", ProblemCode.UNKNOWN_POLICY, "没有文件 " + value + "，可用：" + bases.names(),
                    "there is no policy " + value + "; available: " + bases.names());
            return value;
        });
    }

    private void require(boolean fits, String name, ProblemCode code, String zh, String en) {
        if (!fits) {
            problems.at("/" + name, code, name + " " + zh, name + " " + en);
        }
    }

    int whole(String name, int standard, int least, int most) {
        Optional<String> value = text(name);
        if (value.isPresent() && (!value.get().matches("\\d{1,9}") || Integer.parseInt(value.get()) < least || Integer.parseInt(value.get()) > most)) {
            problems.at("/" + name, ProblemCode.OUT_OF_RANGE, name + " 应为 " + least + " 至 " + most, name + " must lie between " + least + " and " + most);
            return standard;
        }
        return value.map(Integer::parseInt).orElse(standard);
    }

    boolean flag(String name) {
        Optional<String> value = text(name);
        value.ifPresent(written -> require(written.matches("true|false"), name, ProblemCode.UNKNOWN_VALUE, "应为 true 或 false", "must be true or false"));
        return value.isPresent() && value.get().equals("true");
    }

    Optional<String> other(String name) {
        return text(name);
    }

    /** Of the same question as its page before; after everything else was read. */
    static Optional<Cursor> cursor(Optional<String> written, Filter filter) {
        return written.map(text -> Cursor.read(text).filter(cursor -> cursor.filter().equals(filter.digest())).orElseThrow(() -> new ProblemException(
                ProblemCode.BAD_REQUEST, "cursor 应为上一页的 next，且其他条件不变", "cursor must be next of the page before, with the same filters")));
    }

    private static boolean isDay(String value) {
        try {
            return value.matches("\\d{4}-\\d{2}-\\d{2}") && LocalDate.parse(value) != null;
        } catch (DateTimeException none) {
            return false;
        }
    }

    private static List<String> names(Enum<?>[] values) {
        return Arrays.stream(values).map(Enum::name).collect(Collectors.toUnmodifiableList());
    }
}
