package io.tidemark.app;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.annotation.Resource;
import javax.sql.DataSource;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;

@ArquillianTest
class MigrationIT {
    @Resource(lookup = "java:jboss/datasources/Tidemark")
    private DataSource database;

    @Test
    void anEmptyDatabaseGetsItsTables() throws Exception {
        try (var connection = database.getConnection();
                var rows = connection
                        .createStatement()
                        .executeQuery("select count(*) from flyway_schema_history where success")) {
            rows.next();
            assertThat(rows.getInt(1)).isPositive();
            assertThat(connection.getMetaData().getDatabaseProductName())
                    .isEqualToIgnoringCase(System.getProperty("tidemark.db.driver", "h2"));
        }
    }
}
