package org.zhunsheng.registers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.zhunsheng.facts.BlockModel;
import org.zhunsheng.facts.FactCatalogue;
import org.zhunsheng.facts.FactKind;
import org.zhunsheng.registers.RegisterFacts.Told;
import org.zhunsheng.registers.Standing.State;
import org.zhunsheng.rulebase.RuleBases;

@DisplayName("登记册回答的事实")
class RegisterFactsTest {

    /** A register that is asked where it is kept. */
    private record Live(RegisterDescription description, State state) implements Register {

        static Live of(String id, State state, Boolean listed, Boolean notListed) {
            return new Live(new RegisterDescription(id, id, id, new RegisterDescription.Source(id, id), List.of(), 7,
                    List.of(new RegisterDescription.Answer("a.fact", listed, notListed))), state);
        }

        @Override
        public Standing standing(String code, LocalDate day, Instant knownAt) {
            return new Standing(state, null, null, null, "", "");
        }
    }

    private static Told told(Register... registers) throws Exception {
        return new RegisterFacts(List.of(registers)).of("91110108MA01ABCD1X", LocalDate.of(2020, 3, 1), Instant.EPOCH).get("a.fact");
    }

    private static List<String> sources(Told told) {
        return told.sources().stream().map(source -> source.register().id()).toList();
    }

    @Test
    @DisplayName("一个登记册列入即列入，不论别的")
    void oneIsEnough() throws Exception {
        Told told = told(Live.of("old", State.UNKNOWN, true, false), Live.of("not", State.NOT_LISTED, true, false), Live.of("yes", State.LISTED, true, false));
        assertEquals(true, told.value());
        assertEquals(List.of("yes"), sources(told));
    }

    @Test
    @DisplayName("未列入须每个登记册都说未列入")
    void allMustSay() throws Exception {
        assertEquals(false, told(Live.of("not", State.NOT_LISTED, true, false), Live.of("neither", State.NOT_LISTED, true, false)).value());
        Told open = told(Live.of("not", State.NOT_LISTED, true, false), Live.of("old", State.UNKNOWN, true, false));
        assertNull(open.value());
        assertEquals(List.of("old"), sources(open));
    }

    @Test
    @DisplayName("未列入不说明什么的登记册，不作回答")
    void absenceSaysNothing() throws Exception {
        assertNull(told(Live.of("moved", State.NOT_LISTED, false, null)).value());
        assertEquals(false, told(Live.of("moved", State.LISTED, false, null)).value());
    }

    @Test
    @DisplayName("台账所写的条款都有，事实都是可提交的是非事实")
    void ledger() {
        RuleBases bases = new RuleBases();
        FactCatalogue catalogue = bases.catalogue();
        RegisterLedger.read().values().forEach(register -> register.clauses().forEach(clause -> {
            String[] path = clause.split("/");
            assertTrue(bases.inForce(path[0]).orElseThrow().policy().clause(path[1]).isPresent(), clause);
        }));
        RegisterLedger.read().values().forEach(register -> register.facts().forEach(answer -> {
            String[] path = answer.fact().split("\\.");
            BlockModel block = catalogue.block(path[0]);
            assertNotNull(block, answer.fact());
            assertEquals(FactKind.BOOLEAN, block.facts().get(block.position(path[1])).kind(), answer.fact());
        }));
    }
}
