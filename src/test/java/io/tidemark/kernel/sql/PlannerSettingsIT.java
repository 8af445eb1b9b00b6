package io.tidemark.kernel.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;

/**
 * Connections tell PostgreSQL what a page of an index costs. By its own default it reads all resources for each page of a
 * collection. H2, which knows no such options, is connected to with the same.
 */
@ArquillianTest
class PlannerSettingsIT {

    private static final String EXPECTED = "1.1";

    @Resource(lookup = "java:jboss/datasources/Tidemark")
    private DataSource requests;

    @Resource(lookup = "java:jboss/datasources/TidemarkSequencer")
    private DataSource sequencer;

    @Inject
    private Database database;

    @Test
    void aPageOfAnIndexIsNotTakenToBeDear() throws SQLException {
        assumeTrue(database.isPostgreSql(), "H2 has no such setting");
        assertThat(randomPageCost(requests)).isEqualTo(EXPECTED);
        assertThat(randomPageCost(sequencer)).isEqualTo(EXPECTED);
    }

    private static String randomPageCost(DataSource source) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("show random_page_cost")) {
            row.next();
            return row.getString(1);
        }
    }
}
