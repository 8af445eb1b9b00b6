package io.tidemark.kernel.sql;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Typed;
import javax.sql.DataSource;

/**
 * {@link Sql} on connections that only the sequencer uses. A writer whose condition is a sync token has it run while it
 * holds a connection of its own; if both came from one pool, as many such writers as that has connections would wait for
 * one another.
 */
@ApplicationScoped
@Typed(SequencerSql.class)
public class SequencerSql extends Sql {

    @Resource(lookup = "java:jboss/datasources/TidemarkSequencer")
    private DataSource dataSource;

    @Override
    DataSource dataSource() {
        return dataSource;
    }
}
