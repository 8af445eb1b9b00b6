package io.tidemark.target;

import io.tidemark.kernel.sql.Sql;
import io.tidemark.kernel.sql.UnitOfWork;
import io.tidemark.namespace.Layer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Configurations, and of what they are made. */
@ApplicationScoped
public class ConfigurationRepository {

    private static final int DEFAULT = 1;

    /**
     * What any configuration does with new revisions.
     *
     * @param watched whether anything inherits by hand
     * @param limited whether any keeps only so many revisions
     */
    public record Flags(boolean watched, boolean limited) {}

    @Inject
    private Sql sql;

    @Inject
    private UnitOfWork work;

    /** A configuration. */
    public Optional<Configuration> find(UUID id) {
        return Optional.ofNullable(work.entities().find(Configuration.class, id));
    }

    /** A configuration, its row locked: it is not deleted before the transaction ends. */
    public Optional<Configuration> lock(UUID id) {
        return Optional.ofNullable(work.entities().find(Configuration.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    /** Stores a configuration with the layers that are laid on top of each other at its root, nearest first. */
    public void persist(Configuration configuration, List<Layer> layers) {
        work.add(configuration);
        sql.batch(
                "insert into configuration_layer (configuration_id, depth, root_id, as_of, kept_from)"
                        + " values (?, ?, ?, ?, ?)",
                IntStream.range(0, layers.size())
                        .mapToObj(depth -> row(configuration.id(), depth, layers.get(depth)))
                        .toList());
    }

    private static @Nullable Object[] row(UUID configuration, int depth, Layer layer) {
        return new @Nullable Object[] {
            configuration,
            depth,
            layer.collection(),
            layer.asOf().atOffset(ZoneOffset.UTC),
            layer.keptFrom() == null ? null : layer.keptFrom().atOffset(ZoneOffset.UTC)
        };
    }

    /** The layers that are laid on top of each other at a workspace's root, nearest first; none if there is no workspace. */
    public List<Layer> layers(UUID configuration) {
        return sql.list(
                "select root_id, depth, as_of, kept_from from configuration_layer where configuration_id = ? order by depth",
                row -> {
                    OffsetDateTime kept = row.getObject(4, OffsetDateTime.class);
                    return new Layer(
                            row.getObject(1, UUID.class),
                            row.getInt(2),
                            row.getObject(3, OffsetDateTime.class).toInstant(),
                            kept == null ? null : kept.toInstant());
                },
                configuration);
    }

    /** A page of the configurations besides the built-in one, in the order of their ids, after {@code after}. */
    public List<UUID> list(@Nullable UUID after, int limit) {
        return sql.list(
                "select id from configuration where id <> ? and id > ? order by id fetch first ? rows only",
                row -> row.getObject(1, UUID.class),
                Configuration.FILES,
                after == null ? new UUID(0, 0) : after,
                limit);
    }

    /**
     * Which configurations there are, as their number and the newest: as one that went never comes back, both are the same
     * only for the same ones.
     */
    String state() {
        return sql.first(
                        "select count(*), max(cast(id as varchar(36))) from configuration",
                        row -> row.getLong(1) + " " + row.getString(2))
                .orElseThrow();
    }

    /** Whether a user has made so many. */
    public boolean reaches(int count, String author) {
        return sql.reaches(count, "select 1 from configuration where author = ?", author);
    }

    /** Whether something is derived from a configuration. */
    public boolean hasHeirs(UUID configuration) {
        return sql.first(
                        "select 1 from configuration where parent_id = ? fetch first 1 rows only",
                        row -> true,
                        configuration)
                .isPresent();
    }

    /** A page of the workspaces that are derived from a configuration and inherit so, in the order of their ids, after {@code after}. */
    public List<UUID> derivedFrom(UUID configuration, Configuration.Inheritance inheritance, UUID after, int limit) {
        return sql.list(
                "select id from configuration where parent_id = ? and inheritance = ? and id > ?"
                        + " and kind = 'WORKSPACE' order by id"
                        + " fetch first ? rows only",
                row -> row.getObject(1, UUID.class),
                configuration,
                inheritance.name(),
                after,
                limit);
    }

    /** What any configuration does with new revisions. */
    public Flags flags() {
        return sql.first(
                        "select exists (select 1 from configuration where watched),"
                                + " exists (select 1 from configuration where max_revisions > 0)",
                        row -> new Flags(row.getBoolean(1), row.getBoolean(2)))
                .orElseThrow();
    }

    /** Whether what a configuration shows is told to others, which inherit by hand: directly, or through such as follow it. */
    public boolean isWatched(UUID configuration) {
        return sql.first("select 1 from configuration where id = ? and watched", row -> true, configuration)
                .isPresent();
    }

    /** Says that what a configuration shows is told to others. */
    public void watch(UUID configuration) {
        sql.update("update configuration set watched = true where id = ? and not watched", configuration);
    }

    /** Notes that something was copied from one configuration into another. */
    public void noteMerge(UUID target, UUID source, Instant at) {
        sql.update(
                "insert into configuration_merge (configuration_id, source_id, merged_at) values (?, ?, ?)"
                        + " on conflict do nothing",
                target,
                source,
                at.atOffset(ZoneOffset.UTC));
    }

    /** A page of the configurations from which something was copied into another, in the order of their ids. */
    public List<UUID> merged(UUID configuration, UUID after, int limit) {
        return sql.list(
                "select m.source_id from configuration_merge m join configuration c on c.id = m.source_id"
                        + " where m.configuration_id = ? and m.source_id > ? order by m.source_id"
                        + " fetch first ? rows only",
                row -> row.getObject(1, UUID.class),
                configuration,
                after,
                limit);
    }

    /** The configuration that requests see which name none. */
    public UUID defaultConfiguration() {
        return sql.first(
                        "select configuration_id from default_configuration where id = ?",
                        row -> row.getObject(1, UUID.class),
                        DEFAULT)
                .orElse(Configuration.FILES);
    }

    /** Lets requests that name none see another configuration. */
    public void setDefault(UUID configuration) {
        sql.update("update default_configuration set configuration_id = ? where id = ?", configuration, DEFAULT);
    }

    /** The rule that chooses a dynamic configuration's members; empty when there is none. */
    public Optional<String> selectionRule(UUID configuration) {
        return sql
                .list(
                        "select selection_rule from configuration where id = ?",
                        row -> Optional.ofNullable(row.getString(1)),
                        configuration)
                .stream()
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** Chooses other members of a dynamic configuration; none for null. */
    public void select(UUID configuration, @Nullable String rule) {
        lock(configuration).orElseThrow().setSelectionRule(rule);
    }

    /** Deletes a configuration; the collections of its tree stay for whoever synchronises. */
    public void delete(Configuration configuration) {
        work.entities().remove(configuration);
    }
}
