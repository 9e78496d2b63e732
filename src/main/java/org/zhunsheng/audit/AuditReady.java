package org.zhunsheng.audit;

import jakarta.inject.Singleton;
import java.util.Optional;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;
import org.zhunsheng.wire.BeijingTime;

/**
 * What the last audit found, as a fact beside the others. A record that was altered is no reason to send callers elsewhere: every instance
 * has the same one, and a service that went down over it would do what whoever altered it may have wanted.
 */
@Readiness
@Singleton
final class AuditReady implements HealthCheck {

    private final OpenedAudits audits;

    AuditReady(OpenedAudits audits) {
        this.audits = audits;
    }

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder response = HealthCheckResponse.named("audit").up();
        Optional<Audit> newest = audits.known();
        newest.ifPresent(audit -> response.withData("holds", audit.holds()).withData("endedAt", BeijingTime.of(audit.endedAt()))
                .withData("decisions", audit.decisions()).withData("entries", audit.entries()));
        return response.withData("made", newest.isPresent()).build();
    }
}
