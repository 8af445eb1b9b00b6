package io.tidemark.app;

import io.tidemark.kernel.sql.DatabaseState;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Tells whoever distributes requests that this node can answer none while the database does not answer it. */
@Readiness
@ApplicationScoped
public class DatabaseReadiness implements HealthCheck {

    @Inject
    private DatabaseState database;

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("database").status(!database.isGone()).build();
    }
}
