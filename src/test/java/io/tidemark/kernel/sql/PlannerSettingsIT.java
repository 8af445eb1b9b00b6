package io.tidemark.kernel.sql;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import javax.sql.DataSource;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;

/**
 * Connections tell PostgreSQL what a page of an index costs. By its own default it reads all resources for each page of a
 * collection. H2, which knows no such options, is connected to with the same.
 */
@ArquillianTest
class PlannerSettingsIT {

    private static final String ON_POSTGRESQL = "select setting from pg_settings where name = 'random_page_cost'";
    private static final String ON_H2 =
            "select setting_value from information_schema.settings where setting_name in ('OPTIONS', 'random_page_cost')";

    @Resource(lookup = "java:jboss/datasources/Tidemark")
    private DataSource requests;

    @Resource(lookup = "java:jboss/datasources/TidemarkSequencer")
    private DataSource sequencer;

    @Inject
    private Database database;

    @Test
    void aPageOfAnIndexIsNotTakenToBeDear() throws SQLException {
        Optional<String> expected = database.isPostgreSql() ? Optional.of("1.1") : Optional.empty();
        assertThat(randomPageCost(requests)).isEqualTo(expected);
        assertThat(randomPageCost(sequencer)).isEqualTo(expected);
    }

    private Optional<String> randomPageCost(DataSource source) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(database.isPostgreSql() ? ON_POSTGRESQL : ON_H2)) {
            return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
        }
    }
}
