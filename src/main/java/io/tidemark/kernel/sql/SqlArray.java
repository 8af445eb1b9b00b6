package io.tidemark.kernel.sql;

import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Collections as parameters of statements. */
final class SqlArray {

    /** The types of elements as PostgreSQL names them; H2 goes by the elements. */
    private static final Map<Class<?>, String> TYPES = Map.of(
            UUID.class, "uuid", Long.class, "int8", Integer.class, "int4", String.class, "text", byte[].class, "bytea");

    private SqlArray() {}

    /** Whether one of some parameters is a collection without elements. */
    static boolean isAnyEmpty(@Nullable Object... parameters) {
        return Arrays.stream(parameters)
                .anyMatch(parameter -> parameter instanceof Collection<?> elements && elements.isEmpty());
    }

    /**
     * Makes an array of elements that are all of one type.
     *
     * @throws IllegalArgumentException when arrays of that type are not known here, or there are no elements
     */
    static Array of(Connection connection, Collection<?> elements) throws SQLException {
        Class<?> type = elements.stream()
                .findFirst()
                .map(Object::getClass)
                .orElseThrow(() -> new IllegalArgumentException("An array without elements has no type"));
        String name = TYPES.get(type);
        if (name == null) {
            throw new IllegalArgumentException("Arrays of " + type + " are not known");
        }
        return connection.createArrayOf(
                name, elements.toArray((Object[]) java.lang.reflect.Array.newInstance(type, 0)));
    }
}
