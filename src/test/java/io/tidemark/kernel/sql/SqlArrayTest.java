package io.tidemark.kernel.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SqlArrayTest {

    private static final UUID ID = new UUID(1, 2);

    static Stream<Arguments> elements() {
        return Stream.of(
                Arguments.of("uuid", List.of(new UUID(0, 0), ID), ID),
                Arguments.of("bigint", List.of(7L, 8L), 8L),
                Arguments.of("integer", Set.of(7), 7),
                Arguments.of("varchar", List.of("a", "it's"), "it's"),
                Arguments.of("varbinary", List.of(new byte[] {1}, new byte[] {2}), new byte[] {2}));
    }

    @ParameterizedTest
    @MethodSource("elements")
    void oneOfTheElementsIsFoundAmongThem(String type, Object elements, Object one) throws SQLException {
        String query = "select cast(? as " + type + ") = any(?)";
        try (Connection connection = DriverManager.getConnection("jdbc:h2:mem:");
                PreparedStatement statement = Sql.prepare(connection, query, one, elements);
                ResultSet row = statement.executeQuery()) {
            assertThat(row.next()).isTrue();
            assertThat(row.getBoolean(1)).isTrue();
        }
    }

    @Test
    void twoColumnsAreTwoArrays() throws SQLException {
        String query = "select resource_id, number from unnest(cast(? as uuid array), cast(? as integer array))"
                + " k (resource_id, number) where number = 5";
        try (Connection connection = DriverManager.getConnection("jdbc:h2:mem:");
                PreparedStatement statement =
                        Sql.prepare(connection, query, List.of(new UUID(0, 0), ID), List.of(4, 5));
                ResultSet row = statement.executeQuery()) {
            assertThat(row.next()).isTrue();
            assertThat(row.getObject(1, UUID.class)).isEqualTo(ID);
            assertThat(row.next()).isFalse();
        }
    }

    @Test
    void nothingIsFoundInAnEmptyCollection() {
        assertThat(SqlArray.isAnyEmpty(1, List.of(2), Set.of())).isTrue();
        assertThat(SqlArray.isAnyEmpty(1, null, List.of(2))).isFalse();
    }

    @Test
    void elementsOfOtherTypesAreAMistake() throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:h2:mem:")) {
            assertThatThrownBy(() -> SqlArray.of(connection, List.of(Instant.EPOCH)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("Instant");
            assertThatThrownBy(() -> SqlArray.of(connection, List.of())).isInstanceOf(IllegalArgumentException.class);
        }
    }
}
