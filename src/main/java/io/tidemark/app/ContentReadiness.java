package io.tidemark.app;

import io.tidemark.content.ContentStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/**
 * Tells whoever distributes requests that this node cannot store contents: its directory is not mounted, is read-only, or is
 * another user's. A full disk is none of that: reading works, and another node would have no more room.
 */
@Readiness
@ApplicationScoped
public class ContentReadiness implements HealthCheck {

    @Inject
    private ContentStore store;

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder response = HealthCheckResponse.named("content");
        try {
            Files.delete(store.stage());
            return response.up().build();
        } catch (IOException e) {
            return response.down().withData("reason", e.toString()).build();
        }
    }
}
