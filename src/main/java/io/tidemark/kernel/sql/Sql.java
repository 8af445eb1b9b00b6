package io.tidemark.kernel.sql;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Runs SQL on the container's data source: inside a transaction on its connection, else on one that goes back to the pool
 * with the call. Parameters are set with {@code setObject}; a driver knows {@link java.util.UUID},
 * {@link java.time.OffsetDateTime}, byte arrays and the usual rest. A collection is an array, for {@code column = any(?)}: one
 * statement, and one exchange, for however many there are.
 */
@ApplicationScoped
public class Sql {

    @Resource(lookup = "java:jboss/datasources/Tidemark")
    private DataSource dataSource;

    @Inject
    private Database database;

    @Inject
    private UnitOfWork unit;

    @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
    private TransactionSynchronizationRegistry transactions;

    /** Makes a value of the row that a result set stands on. */
    @FunctionalInterface
    public interface Row<T> {

        /** Reads the row. */
        T read(ResultSet row) throws SQLException;
    }

    /** A query that is asked together with something else. */
    public record Query<T>(String text, Row<T> row, List<?> parameters) {}

    /** What is done with a connection. */
    @FunctionalInterface
    interface Work<T> {

        T on(Connection connection) throws SQLException;
    }

    /**
     * Every row of a query, in a list: for queries whose text bounds their answer. Among the elements of a collection without
     * any there is none to find, and the database is not asked.
     */
    public <T> List<T> list(String sql, Row<T> row, @Nullable Object... parameters) {
        if (SqlArray.isAnyEmpty(parameters)) {
            return new ArrayList<>();
        }
        return connected(connection -> {
            try (PreparedStatement statement = prepare(connection, sql, parameters);
                    ResultSet rows = statement.executeQuery()) {
                List<T> values = new ArrayList<>();
                while (rows.next()) {
                    values.add(row.read(rows));
                }
                return values;
            }
        });
    }

    /** The first row of a query. */
    public <T> Optional<T> first(String sql, Row<T> row, @Nullable Object... parameters) {
        return connected(connection -> {
            try (PreparedStatement statement = prepare(connection, sql, parameters);
                    ResultSet rows = statement.executeQuery()) {
                return rows.next() ? Optional.of(row.read(rows)) : Optional.empty();
            }
        });
    }

    /** The first row of a query. What was {@link #defer deferred} goes before it. */
    public <T> Optional<T> first(Query<T> query) {
        try {
            Optional<TransactionConnection> held = current();
            if (held.isPresent() && !held.get().deferred().isEmpty()) {
                unit.send();
                return held.get().deferred().send(held.get().connection(), query);
            }
            return first(query.text(), query.row(), query.parameters().toArray());
        } catch (SQLException e) {
            throw new SqlFailure(e);
        }
    }

    /**
     * Has a query sent before the current transaction's next statement: on PostgreSQL in one exchange with it, if it is a
     * {@link #first(Query)}. That one sees what was committed while the query ran. What the {@link UnitOfWork} sends does not
     * count.
     *
     * @param answer is given the first row, if there is one
     */
    public <T> void defer(Query<T> query, Consumer<T> answer) {
        if (!database.isPostgreSql()) {
            first(query).ifPresent(answer);
            return;
        }
        try {
            held().deferred().add(query, answer);
        } catch (SQLException e) {
            throw new SqlFailure(e);
        }
    }

    /**
     * Whether a query has as many rows as {@code count}; no more than that are read. What other transactions have not
     * committed is not seen, so a ceiling that is kept by this may be passed by as many requests as run at once.
     */
    public boolean reaches(int count, String sql, @Nullable Object... parameters) {
        Object[] all = Arrays.copyOf(parameters, parameters.length + 1);
        all[parameters.length] = count;
        return first("select count(*) from (" + sql + " fetch first ? rows only) counted", row -> row.getLong(1), all)
                .filter(rows -> rows >= count)
                .isPresent();
    }

    /** Runs a statement that changes rows, and says how many; as {@link #list}, none among the elements of an empty collection. */
    public int update(String sql, @Nullable Object... parameters) {
        if (SqlArray.isAnyEmpty(parameters)) {
            return 0;
        }
        return connected(connection -> {
            try (PreparedStatement statement = prepare(connection, sql, parameters)) {
                return statement.executeUpdate();
            }
        });
    }

    /** Runs a statement that changes rows, and says how many. */
    public int update(SqlStatement statement) {
        return update(statement.text(), statement.parameters());
    }

    /**
     * Runs statements one after the other, and says how many rows each changed; on PostgreSQL in one exchange with the
     * database.
     */
    public int[] pipeline(List<SqlStatement> statements) {
        if (!database.isPostgreSql()) {
            return statements.stream().mapToInt(this::update).toArray();
        }
        String text = SqlStatement.pipeline(statements);
        Object[] parameters = statements.stream()
                .flatMap(statement -> Arrays.stream(statement.parameters()))
                .toArray();
        return connected(connection -> {
            try (PreparedStatement all = prepare(connection, text, parameters)) {
                all.execute();
                int[] rows = new int[statements.size()];
                for (int i = 0; i < rows.length; i++) {
                    rows[i] = all.getUpdateCount();
                    all.getMoreResults();
                }
                return rows;
            }
        });
    }

    /** Runs a statement once for each row of parameters, in one exchange with the database, and says how many rows each changed. */
    public int[] batch(String sql, List<@Nullable Object[]> rows) {
        return connected(connection -> Batch.run(connection, sql, rows));
    }

    /**
     * Inserts rows, in one exchange with the database, and many with each statement.
     *
     * @param into the table and its columns, as they stand after {@code insert into}
     */
    public void insert(String into, List<@Nullable Object[]> rows) {
        connected(connection -> Batch.insert(connection, into, rows));
    }

    /**
     * Runs {@link #batch} when the current transaction is about to commit, after everything that it waits for: of two
     * transactions of which one had to wait for the other, that other one's statements come first.
     *
     * @param rows asked for at that time
     */
    public void batchAtEnd(String sql, Supplier<List<@Nullable Object[]>> rows) {
        try {
            held().beforeCommit(connection -> {
                unit.send();
                return Batch.run(connection, sql, rows.get());
            });
        } catch (SQLException e) {
            throw new SqlFailure(e);
        }
    }

    /** Runs work when the current transaction is about to commit, like {@link #batchAtEnd}. */
    void atEnd(Runnable work) {
        try {
            held().beforeCommit(connection -> {
                work.run();
                return true;
            });
        } catch (SQLException e) {
            throw new SqlFailure(e);
        }
    }

    /** A transaction keeps its connection to its end: taking one from the pool costs as much as a short query. */
    private <T> T connected(Work<T> work) {
        try {
            if (transactions.getTransactionStatus() != Status.STATUS_ACTIVE) {
                try (Connection connection = dataSource().getConnection()) {
                    return work.on(connection);
                }
            }
            TransactionConnection held = held();
            unit.send();
            held.sendAhead();
            return work.on(held.connection());
        } catch (SQLException e) {
            throw new SqlFailure(e);
        }
    }

    private TransactionConnection held() throws SQLException {
        Optional<TransactionConnection> current = current();
        if (current.isPresent()) {
            return current.get();
        }
        TransactionConnection held = new TransactionConnection(dataSource().getConnection());
        transactions.putResource(dataSource(), held);
        transactions.registerInterposedSynchronization(held);
        return held;
    }

    private Optional<TransactionConnection> current() {
        return transactions.getTransactionStatus() == Status.STATUS_NO_TRANSACTION
                ? Optional.empty()
                : Optional.ofNullable((TransactionConnection) transactions.getResource(dataSource()));
    }

    /** Where connections come from. A transaction uses one source only. */
    DataSource dataSource() {
        return dataSource;
    }

    /** Cuts a list into such as one statement can name all of: each of at most so many, in the same order. An array needs no cut. */
    public static <T> List<List<T>> pages(List<T> all, int size) {
        List<List<T>> pages = new ArrayList<>();
        for (int from = 0; from < all.size(); from += size) {
            pages.add(all.subList(from, Math.min(from + size, all.size())));
        }
        return pages;
    }

    /** {@code ?, ?, ?}: as many parameters as an {@code in} list needs. */
    public static String placeholders(int count) {
        return "?, ".repeat(count - 1) + "?";
    }

    /**
     * {@code fetch first n rows only}, for what is joined after it. The number is in the text, because PostgreSQL, once it
     * keeps the plan of a statement, would plan for a tenth of all rows if it did not know, and read whole tables to join
     * them. Each number is a statement of its own: there should be few.
     */
    public static String firstRows(int count) {
        return " fetch first " + count + " rows only";
    }

    static PreparedStatement prepare(Connection connection, String sql, @Nullable Object... parameters)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        set(statement, parameters);
        return statement;
    }

    static void set(PreparedStatement statement, @Nullable Object... parameters) throws SQLException {
        for (int i = 0; i < parameters.length; i++) {
            if (parameters[i] instanceof Collection<?> elements) {
                statement.setArray(i + 1, SqlArray.of(statement.getConnection(), elements));
            } else {
                statement.setObject(i + 1, parameters[i]);
            }
        }
    }
}
