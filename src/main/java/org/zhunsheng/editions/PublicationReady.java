package org.zhunsheng.editions;

import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/** What should decide and does not. The service stays up, since what decided before goes on; whoever watches it sees that somebody must look. */
@Readiness
@Singleton
public final class PublicationReady implements HealthCheck {

    private final Publication publication;

    PublicationReady(Publication publication) {
        this.publication = publication;
    }

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder response = HealthCheckResponse.named("tables").up();
        publication.troubles().refused().forEach(response::withData);
        publication.troubles().conflicts().forEach(response::withData);
        return response.build();
    }
}
