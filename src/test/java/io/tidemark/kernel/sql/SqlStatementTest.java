package io.tidemark.kernel.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;

class SqlStatementTest {

    @Test
    void insertsARow() {
        SqlStatement statement = thing(7, Instant.EPOCH);
        assertThat(statement.text()).isEqualTo("insert into thing (id, name, at) values (?, ?, ?)");
        assertThat(statement.parameters()).containsExactly(7, null, OffsetDateTime.parse("1970-01-01T00:00Z"));
    }

    @Test
    void severalAreSentAsOne() {
        List<SqlStatement> statements =
                List.of(new SqlStatement("delete from a where id = ?", 1), thing(1, Instant.EPOCH));
        assertThat(SqlStatement.pipeline(statements))
                .isEqualTo("delete from a where id = ?; insert into thing (id, name, at) values (?, ?, ?)");
    }

    /** Drivers look up by the text what they have prepared. */
    @Test
    void theSameSortHasTheSameText() {
        assertThat(thing(1, Instant.EPOCH).text())
                .isSameAs(thing(2, Instant.EPOCH.plusSeconds(1)).text());
        assertThat(SqlStatement.pipeline(List.of(thing(1, Instant.EPOCH), thing(2, Instant.EPOCH))))
                .isSameAs(SqlStatement.pipeline(List.of(thing(3, Instant.EPOCH), thing(4, Instant.EPOCH))));
    }

    private static SqlStatement thing(int id, Instant at) {
        return SqlStatement.insert("thing")
                .value("id", id)
                .value("name", null)
                .value("at", at)
                .end();
    }
}
