package io.tidemark.harness;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jboss.arquillian.core.api.annotation.Observes;
import org.jboss.arquillian.core.api.event.ManagerStarted;
import org.jboss.arquillian.core.api.event.ManagerStopping;

/**
 * Prepares what the server stands on, before Arquillian reads {@code arquillian.xml} and starts it: an empty directory
 * and, if {@code it.database} says so, a PostgreSQL, whose address it leaves in {@code it.database.options}.
 */
public class TestServer {
    private EmbeddedPostgres postgres;
    private DatabaseRelay relay;

    void prepare(@Observes(precedence = 100) ManagerStarted event) throws IOException {
        Path directory = Path.of(System.getProperty("it.directory"));
        for (String part : List.of("server", "data", "postgresql")) {
            Directories.empty(directory.resolve(part));
        }
        String database = System.getProperty("it.database");
        System.setProperty(
                "it.database.options",
                switch (database) {
                    case "h2" -> "";
                    case "postgresql" -> startPostgres(directory.resolve("postgresql"));
                    default -> throw new IllegalArgumentException("it.database=" + database);
                });
    }

    void stop(@Observes(precedence = -100) ManagerStopping event) throws IOException {
        if (postgres != null) {
            relay.close();
            postgres.close();
        }
    }

    private String startPostgres(Path directory) throws IOException {
        postgres = EmbeddedPostgres.builder().setDataDirectory(directory).start();
        relay = DatabaseRelay.to(postgres.getPort());
        return "-Dtidemark.db.driver=postgresql -Dtidemark.db.url=%s -Dtidemark.db.user=postgres -Dtidemark.db.password=postgres"
                .formatted("jdbc:postgresql://127.0.0.1:" + relay.port() + "/postgres");
    }
}
