package io.tidemark.app;

import io.tidemark.kernel.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;

/** What the database knows of itself. */
@ApplicationScoped
class ServerRepository {

    @Inject
    private Sql sql;

    /** The newest of the scripts that made the tables what they are. */
    String schema() {
        return sql.first(
                        "select \"version\" from \"flyway_schema_history\" where \"version\" is not null and \"success\""
                                + " order by \"installed_rank\" desc fetch first 1 rows only",
                        row -> row.getString(1))
                .orElse("");
    }

    /** When the oldest change was made that has not been forgotten; empty when there is none. */
    Optional<Instant> historySince() {
        return sql.first(
                "select at from change_link where number = (select min(number) from change_link)",
                row -> row.getObject(1, OffsetDateTime.class).toInstant());
    }
}
