package org.zhunsheng.registers;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What the registers say of the facts that turn on them, so that nobody has to take a caller's word for it. */
public final class RegisterFacts {

    /** @param standings of the registers that the value rests on; where it is unknown, of those that leave it open */
    public record Told(String fact, Boolean value, List<Source> sources) {
    }

    public record Source(RegisterDescription register, Standing standing) {
    }

    private final Collection<Register> registers;

    public RegisterFacts(Collection<Register> registers) {
        this.registers = List.copyOf(registers);
    }

    /** By the name of the fact; the value is null where the registers leave it open. */
    public Map<String, Told> of(String code, LocalDate day, Instant knownAt) throws SQLException {
        Map<String, List<Source>> asked = new TreeMap<>();
        for (Register register : registers) {
            Standing standing = register.standing(code, day, knownAt);
            for (RegisterDescription.Answer answer : register.description().facts()) {
                asked.computeIfAbsent(answer.fact(), fact -> new ArrayList<>()).add(new Source(register.description(), standing));
            }
        }
        Map<String, Told> told = new TreeMap<>();
        asked.forEach((fact, sources) -> told.put(fact, told(fact, sources)));
        return told;
    }

    /** One listing is enough; that a unit is not listed takes every register behind the fact. */
    private static Told told(String fact, List<Source> sources) {
        List<Source> listed = sources.stream().filter(source -> source.standing.state() == Standing.State.LISTED).toList();
        if (!listed.isEmpty()) {
            return new Told(fact, answer(listed.get(0), fact).listed(), listed);
        }
        List<Source> open = sources.stream().filter(source -> source.standing.state() == Standing.State.UNKNOWN).toList();
        return open.isEmpty() ? new Told(fact, answer(sources.get(0), fact).notListed(), sources) : new Told(fact, null, open);
    }

    private static RegisterDescription.Answer answer(Source source, String fact) {
        return source.register.facts().stream().filter(each -> each.fact().equals(fact)).findFirst().orElseThrow();
    }
}
