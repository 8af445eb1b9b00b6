package io.tidemark.kernel.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Queries of a transaction that wait for its next statement, to be sent with it in one exchange. Only PostgreSQL takes
 * several statements at once; each sees what was committed while those before it ran.
 */
final class DeferredStatements {

    private final List<Question<?>> questions = new ArrayList<>();

    private record Question<T>(Sql.Query<T> query, Consumer<T> answer) {

        void answer(ResultSet rows) throws SQLException {
            if (rows.next()) {
                answer.accept(query.row().read(rows));
            }
        }
    }

    <T> void add(Sql.Query<T> query, Consumer<T> answer) {
        questions.add(new Question<>(query, answer));
    }

    boolean isEmpty() {
        return questions.isEmpty();
    }

    /** Sends those that wait. */
    void send(Connection connection) throws SQLException {
        Question<?> last = questions.remove(questions.size() - 1);
        send(connection, last);
    }

    /** Sends those that wait, and a query after them, whose first row it returns. */
    <T> Optional<T> send(Connection connection, Sql.Query<T> query) throws SQLException {
        List<T> first = new ArrayList<>();
        send(connection, new Question<>(query, first::add));
        return first.stream().findFirst();
    }

    private void send(Connection connection, Question<?> last) throws SQLException {
        questions.add(last);
        List<Question<?>> all = List.copyOf(questions);
        questions.clear();
        // Put together each time: the clients decide how many different ones there are.
        String text = all.stream().map(question -> question.query().text()).collect(Collectors.joining("; "));
        Object[] parameters = all.stream()
                .flatMap(question -> question.query().parameters().stream())
                .toArray();
        try (PreparedStatement statement = Sql.prepare(connection, text, parameters)) {
            statement.execute();
            for (Question<?> question : all) {
                try (ResultSet rows = statement.getResultSet()) {
                    question.answer(rows);
                }
                statement.getMoreResults();
            }
        }
    }
}
