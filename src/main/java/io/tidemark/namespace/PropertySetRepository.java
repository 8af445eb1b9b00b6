package io.tidemark.namespace;

import io.tidemark.kernel.sql.Sql;
import io.tidemark.kernel.sql.UnitOfWork;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.xml.namespace.QName;
import org.jspecify.annotations.Nullable;

/** Dead properties, set by set. */
@ApplicationScoped
public class PropertySetRepository {

    @Inject
    private Sql sql;

    @Inject
    private UnitOfWork work;

    /** The properties of a set: each name with its element; none for no set. */
    public Map<QName, String> read(@Nullable Long setId) {
        return setId == null ? Map.of() : read(List.of(setId)).getOrDefault(setId, Map.of());
    }

    /** The properties of several sets, in the order of their names. */
    public Map<Long, Map<QName, String>> read(Collection<Long> setIds) {
        Map<Long, Map<QName, String>> sets = new HashMap<>();
        sql.list(
                "select set_id, namespace, name, xml from dead_property where set_id = any(?)"
                        + " order by set_id, namespace, name",
                row -> sets.computeIfAbsent(row.getLong(1), id -> new LinkedHashMap<>())
                        .put(new QName(row.getString(2), row.getString(3)), row.getString(4)),
                setIds);
        return sets;
    }

    /** Several sets, or as many of them as are not too long together. */
    public record Some(Map<Long, Map<QName, String>> sets, boolean all) {}

    /**
     * The properties of several sets, as long as they have about so many bytes together: whoever stores large properties at
     * many members could have them all in memory at once otherwise. Sets are whole or not there.
     */
    public Some read(List<Long> setIds, long bytes) {
        Map<Long, Map<QName, String>> sets = new HashMap<>();
        long[] last = {0, 0};
        sql.list(
                "select set_id, namespace, name, xml, so_far from (select set_id, namespace, name, xml,"
                        + " sum(octet_length(xml)) over (order by set_id, namespace, name) as so_far"
                        + " from dead_property where set_id = any(?)) counted"
                        + " where so_far - octet_length(xml) < ? order by set_id, namespace, name",
                row -> {
                    last[0] = row.getLong(1);
                    last[1] = row.getLong(5);
                    return sets.computeIfAbsent(last[0], id -> new LinkedHashMap<>())
                            .put(new QName(row.getString(2), row.getString(3)), row.getString(4));
                },
                setIds,
                bytes);
        boolean all = last[1] < bytes;
        if (!all) {
            // There may be more of this one.
            sets.remove(last[0]);
        }
        return new Some(sets, all);
    }

    /** Stores a set of properties; null for none at all. */
    public @Nullable Long store(Map<QName, String> properties) {
        if (properties.isEmpty()) {
            return null;
        }
        PropertySet set = new PropertySet();
        work.entities().persist(set);
        properties.forEach((name, xml) -> work.add(new DeadProperty(set, name, xml)));
        return set.id();
    }

    /** Another set with the same properties; null for no set. */
    @Nullable
    Long copy(@Nullable Long setId) {
        if (setId == null) {
            return null;
        }
        PropertySet copy = new PropertySet();
        work.entities().persist(copy);
        sql.update(
                "insert into dead_property (set_id, namespace, name, xml)"
                        + " select ?, namespace, name, xml from dead_property where set_id = ?",
                copy.id(),
                setId);
        return copy.id();
    }

    /** Deletes a set that no revision of its resource shows any more. */
    void deleteIfUnused(long setId, UUID resource) {
        sql.update(
                "delete from property_set where id = ? and not exists"
                        + " (select 1 from revision where resource_id = ? and property_set_id = property_set.id)",
                setId,
                resource);
    }
}
