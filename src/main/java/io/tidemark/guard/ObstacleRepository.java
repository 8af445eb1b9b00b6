package io.tidemark.guard;

import io.tidemark.kernel.sql.Sql;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** The rows that stand in the way of writes, all kinds at once. */
final class ObstacleRepository {

    private ObstacleRepository() {}

    /** Asks which kinds there may be at some resources. */
    static Sql.Query<Set<Obstacle>> among(Set<UUID> resources) {
        String placeholders = Sql.placeholders(resources.size());
        List<String> conditions = new ArrayList<>();
        List<Object> parameters = new ArrayList<>();
        for (Obstacle kind : Obstacle.values()) {
            conditions.add(kind.condition(placeholders));
            if (kind.isAtResources()) {
                parameters.addAll(resources);
            }
        }
        return new Sql.Query<>(
                "select " + String.join(", ", conditions),
                row -> {
                    Set<Obstacle> met = EnumSet.noneOf(Obstacle.class);
                    int column = 1;
                    for (Obstacle kind : Obstacle.values()) {
                        if (row.getBoolean(column++)) {
                            met.add(kind);
                        }
                    }
                    return met;
                },
                parameters);
    }
}
