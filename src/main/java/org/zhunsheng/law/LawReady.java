package org.zhunsheng.law;

import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** How many official texts changed that nobody reviewed yet, as a fact: the rules in force go on deciding until somebody changes them. */
@Readiness
@Singleton
final class LawReady implements HealthCheck {

    private final OfficialTexts texts;

    LawReady(OfficialTexts texts) {
        this.texts = texts;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("law").up().withData("unreviewed", texts.unreviewed()).withData("texts", texts.supplied()).build();
    }
}
