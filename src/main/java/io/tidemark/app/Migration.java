package io.tidemark.app;

import io.tidemark.kernel.error.StartRefusal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Map;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;
import org.hibernate.boot.Metadata;
import org.hibernate.boot.spi.BootstrapContext;
import org.hibernate.engine.jdbc.connections.spi.ConnectionProvider;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.integrator.spi.Integrator;
import org.hibernate.service.spi.SessionFactoryServiceRegistry;
import org.jboss.logging.Logger;

/**
 * Brings the schema up to date before anything uses it.
 *
 * <p>It is a Hibernate {@link Integrator}, not a start-up bean: Hibernate calls it while it builds the persistence unit,
 * just before it validates the entities against the tables, and before the container starts any bean. Two nodes that
 * start together take turns, by Flyway's lock.
 */
public class Migration implements Integrator {
    private static final Logger LOG = Logger.getLogger(Migration.class);

    /** What a migration does where another database has something to do. */
    private static final String NOTHING = "select 1";

    @Override
    public void integrate(Metadata metadata, BootstrapContext context, SessionFactoryImplementor sessionFactory) {
        var database = sessionFactory
                .getServiceRegistry()
                .requireService(ConnectionProvider.class)
                .unwrap(DataSource.class);
        Config settings = ConfigProvider.getConfig(Migration.class.getClassLoader());
        LOG.infof(
                "Data directory %s, database %s",
                new DataDirectories(name -> settings.getOptionalValue(name, String.class)).check(),
                DatabaseCheck.check(database));
        // Looking costs little, and must not wait for a database that has fallen silent.
        Flyway flyway = flyway(database, database);
        refuseNewer(flyway.info().all());
        if (flyway.info().pending().length > 0) {
            flyway(database, PatientDataSource.of(database, isPostgreSql(database)))
                    .migrate();
        } else {
            flyway.validate();
        }
    }

    /** A schema that a newer version has changed might lose what that keeps in it. */
    private static void refuseNewer(MigrationInfo[] migrations) {
        Arrays.stream(migrations)
                .filter(migration -> migration.getState() == MigrationState.FUTURE_SUCCESS)
                .reduce((older, newer) -> newer)
                .ifPresent(newest -> {
                    throw new StartRefusal("a newer version has changed its database (V" + newest.getVersion()
                            + "): start that version, or restore the backup from before it.");
                });
    }

    private static Flyway flyway(DataSource database, DataSource used) {
        return Flyway.configure(Migration.class.getClassLoader())
                .dataSource(used)
                .locations("classpath:db/migration")
                .placeholders(Map.of(
                        "next_place", nextPlace(database),
                        "look_revisions_up_by_their_numbers", lookRevisionsUpByTheirNumbers(database),
                        "keep_small_bodies_in_their_rows", keepSmallBodiesInTheirRows(database),
                        "compress_small_bodies_quickly", compressSmallBodiesQuickly(database)))
                .load();
    }

    @Override
    public void disintegrate(SessionFactoryImplementor sessionFactory, SessionFactoryServiceRegistry registry) {
        // A stopped application leaves its tables.
    }

    /** A statement that only PostgreSQL understands; H2 has nothing to do there. */
    private static String keepSmallBodiesInTheirRows(DataSource database) {
        return isPostgreSql(database) ? "alter table content alter column body set storage main" : NOTHING;
    }

    /** Another one, for servers that were built with LZ4: nearly all are. */
    private static String compressSmallBodiesQuickly(DataSource database) {
        return isPostgreSql(database) && compressesByLz4(database)
                ? "alter table content alter column body set compression lz4"
                : NOTHING;
    }

    /** An expression that draws a change's place in line; on PostgreSQL, when the transaction has its id. */
    private static String nextPlace(DataSource database) {
        return isPostgreSql(database)
                ? "case when txid_current() is not null then nextval('journal_seq') end"
                : "nextval('journal_seq')";
    }

    /** What PostgreSQL expects of tables that it has not looked at yet. */
    private static String lookRevisionsUpByTheirNumbers(DataSource database) {
        return isPostgreSql(database)
                ? "alter table revision alter column resource_id set (n_distinct = 200)"
                : NOTHING;
    }

    private static boolean isPostgreSql(DataSource database) {
        return url(database).startsWith("jdbc:postgresql:");
    }

    private static boolean compressesByLz4(DataSource database) {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select 1 from pg_settings"
                        + " where name = 'default_toast_compression' and 'lz4' = any (enumvals)")) {
            return row.next();
        } catch (SQLException e) {
            throw new IllegalStateException("The database does not tell its settings", e);
        }
    }

    /** The address of the database without its parameters, which may hold a password. */
    private static String url(DataSource database) {
        try (Connection connection = database.getConnection()) {
            return connection.getMetaData().getURL().split("[?;]", 2)[0];
        } catch (SQLException e) {
            throw new IllegalStateException("The database does not answer", e);
        }
    }
}
