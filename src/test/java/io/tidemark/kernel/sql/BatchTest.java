package io.tidemark.kernel.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BatchTest {
    private Connection database;
    private final List<String> prepared = new ArrayList<>();

    @BeforeEach
    void open() throws SQLException {
        database = DriverManager.getConnection("jdbc:h2:mem:");
        database.createStatement().execute("create table thing (id int primary key, name varchar)");
    }

    @AfterEach
    void close() throws SQLException {
        database.close();
    }

    @ParameterizedTest
    @CsvSource({
        // rows, statements that are prepared for them
        "0, 0",
        "1, 1",
        "2, 1",
        "7, 1",
        "8, 1",
        "9, 2",
        "16, 1",
        "63, 2",
        "64, 1",
        "65, 2",
        "71, 2",
        "72, 2",
        "73, 3",
        "128, 1",
        "201, 3",
    })
    void everyRowIsInsertedOnceByAsFewStatementsAsItTakes(int count, int statements) throws SQLException {
        List<Object[]> rows = rows(count);
        assertThat(Batch.insert(watched(), "thing (id, name)", rows)).isEqualTo(count);
        assertThat(stored())
                .isEqualTo(IntStream.range(0, count)
                        .mapToObj(i -> i + " name " + i)
                        .toList());
        assertThat(prepared).hasSize(statements).doesNotHaveDuplicates();
    }

    @Test
    void aNullIsInsertedToo() throws SQLException {
        Batch.insert(database, "thing (id, name)", List.of(new Object[] {1, null}, new Object[] {2, "two"}));
        assertThat(stored()).containsExactly("1 null", "2 two");
    }

    @ParameterizedTest
    @CsvSource({"0", "1", "2", "3", "10"})
    void aStatementSaysHowManyRowsItChangedWithEachParameters(int times) throws SQLException {
        Batch.insert(database, "thing (id, name)", rows(10));
        List<Object[]> bounds = IntStream.range(0, times)
                .mapToObj(i -> new Object[] {i, 2 * i + 1})
                .toList();
        int[] changed = Batch.run(watched(), "update thing set name = name where id between ? and ?", bounds);
        assertThat(changed)
                .isEqualTo(IntStream.range(0, times)
                        .map(i -> Math.min(10, 2 * i + 2) - i)
                        .toArray());
        assertThat(prepared).hasSize(Math.min(times, 1));
    }

    private static List<Object[]> rows(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new Object[] {i, "name " + i})
                .toList();
    }

    private List<String> stored() throws SQLException {
        List<String> stored = new ArrayList<>();
        try (var rows = database.createStatement().executeQuery("select id, name from thing order by id")) {
            while (rows.next()) {
                stored.add(rows.getInt(1) + " " + rows.getString(2));
            }
        }
        return stored;
    }

    /** The connection, which notes what is prepared. */
    private Connection watched() {
        return (Connection) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("prepareStatement")) {
                        prepared.add((String) arguments[0]);
                    }
                    try {
                        return method.invoke(database, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
