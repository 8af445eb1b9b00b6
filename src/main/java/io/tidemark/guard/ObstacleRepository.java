package io.tidemark.guard;

import io.tidemark.kernel.sql.Sql;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.Collectors;

/** The rows that stand in the way of writes, all kinds at once. */
final class ObstacleRepository {

    /** For each number of resources that was asked about: at most as many as {@link Obstacles} asks about at once. */
    private static final ConcurrentMap<Integer, String> QUESTIONS = new ConcurrentHashMap<>();

    private ObstacleRepository() {}

    /** Asks which kinds there may be at some resources. */
    static Sql.Query<Set<Obstacle>> among(Set<UUID> resources) {
        List<Object> parameters = new ArrayList<>();
        for (Obstacle kind : Obstacle.values()) {
            if (kind.isAtResources()) {
                parameters.addAll(resources);
            }
        }
        return new Sql.Query<>(
                QUESTIONS.computeIfAbsent(resources.size(), ObstacleRepository::question),
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

    private static String question(int resources) {
        return Arrays.stream(Obstacle.values())
                .map(kind -> kind.condition(Sql.placeholders(resources)))
                .collect(Collectors.joining(", ", "select ", ""));
    }
}
