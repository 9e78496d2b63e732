package org.zhunsheng.evaluation;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.stream.Collectors;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.zhunsheng.calendar.WorkingDays;
import org.zhunsheng.guides.HeldGuides;
import org.zhunsheng.rulebase.RuleBase;
import org.zhunsheng.rulebase.RuleBases;
import org.zhunsheng.wire.BeijingTime;

/** Ready to decide: rule bases verified (or the service would not have started), the engine warm, and a calendar for today. */
@Readiness
@Singleton
public final class EngineReady implements HealthCheck {

    private static final int ROUNDS = 5;

    private final RuleBases bases;
    private final Evaluations evaluations;
    private volatile boolean warm;

    EngineReady(RuleBases bases, Evaluations evaluations) {
        this.bases = bases;
        this.evaluations = evaluations;
    }

    /** Beside the first requests and not before them: whoever does not ask for readiness need not wait for it. */
    void begin(@Observes @Priority(Integer.MAX_VALUE) StartupEvent start) {
        Thread warming = new Thread(this::warmUp, "warm-up");
        warming.setDaemon(true);
        warming.start();
    }

    /** The first decisions of a process load classes and build the network; they are nobody's, and need not wait for the guides. */
    private void warmUp() {
        for (int round = 0; round < ROUNDS; round++) {
            for (RuleBase base : bases.all()) {
                base.policy().questions().forEach(plan -> {
                    String direction = plan.perDirection() ? ",\"direction\":\"" + base.policy().directions().get(0).id() + "\"" : "";
                    String step = plan.step() == null ? "" : ",\"step\":\"" + plan.step() + "\"";
                    evaluations.evaluate(("{\"policy\":\"" + base.policy().policy() + "\",\"question\":\"" + plan.question() + "\"" + direction
                            + step + ",\"facts\":{}}").getBytes(StandardCharsets.UTF_8), HeldGuides.NONE);
                });
            }
        }
        warm = true;
    }

    @Override
    public HealthCheckResponse call() {
        boolean calendar = WorkingDays.official().years().contains(LocalDate.now(BeijingTime.ZONE).getYear());
        return HealthCheckResponse.named("engine").status(warm && calendar)
                .withData("ruleBases", bases.all().stream().map(base -> base.policy().policy() + " " + base.digest())
                        .collect(Collectors.joining(", ")))
                .withData("warm", warm)
                .withData("calendar", WorkingDays.official().version())
                .withData("calendarCoversToday", calendar).build();
    }
}
