package io.tidemark.history.restore;

import io.tidemark.journal.Deed;
import io.tidemark.kernel.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/** What changes did, for those who take them back. */
@ApplicationScoped
class UndoRepository {

    /** What is not taken back: it is no part of what names stand for and show. */
    private static final Set<Deed> LASTING = EnumSet.of(Deed.LABEL, Deed.RIGHTS, Deed.VERSIONED, Deed.FILLED);

    private static final int NUMBERS = 100;

    /** The rows are found by their names: those of the journal, and all names of what changed wherever it is. */
    private static final String TOUCHED =
            "select c.member_id, c.collection_id, m.name, c.number, c.resource_id, c.deeds"
                    + " from (select j.member_id as id, j.number from journal j where j.number = any(?) and j.member_id is not null"
                    + " union select o.id, j.number from journal j join member o on o.resource_id = j.resource_id and not o.held"
                    + " where j.number = any(?) and j.member_id is null"
                    + " union select f.member_id, j.number from journal j join former_member f on f.resource_id = j.resource_id"
                    + " where j.number = any(?) and j.member_id is null) n"
                    + " join member_change c on c.member_id = n.id and c.number = n.number"
                    + " join member m on m.id = c.member_id and not m.held"
                    + " order by c.number, c.member_id";

    /** A change made the revision at its time, and touched the resource, a name of it, or a name in it. */
    private static final String OF_SET = "select l.number from checkin k"
            + " join revision v on v.resource_id = k.resource_id and v.number = k.number"
            + " join change_link l on l.at = v.created_at"
            + " where k.set_id = ? and exists (select 1 from journal j left join member m on m.id = j.member_id"
            + " where j.number = l.number and (j.resource_id = k.resource_id or m.resource_id = k.resource_id"
            + " or m.collection_id = k.resource_id))";

    @Inject
    private Sql sql;

    /** The numbers of the changes that made the revisions of a checkin set. */
    Set<Long> ofSet(UUID set) {
        return new TreeSet<>(sql.list(OF_SET, row -> row.getLong(1), set));
    }

    /** The names that changes touched, in the order in which they did. */
    Collection<TouchedName> touched(Collection<Long> changes) {
        Map<Long, TouchedName> names = new LinkedHashMap<>();
        sql.list(
                TOUCHED,
                row -> {
                    Set<Deed> deeds = Deed.of(row.getInt(6));
                    deeds.removeAll(LASTING);
                    if (!deeds.isEmpty()) {
                        long member = row.getLong(1);
                        UUID collection = row.getObject(2, UUID.class);
                        String name = row.getString(3);
                        names.computeIfAbsent(member, id -> new TouchedName(id, collection, name))
                                .touch(row.getLong(4), row.getObject(5, UUID.class), deeds);
                    }
                    return true;
                },
                changes,
                changes,
                changes);
        return names.values();
    }

    /** Whether changes made what stood at a name a revision of what stands there now: a save did (protocol, section 4.3). */
    boolean wasAbsorbed(TouchedName name, Set<Long> changes) {
        return sql.first(
                        "select 1 from former_member f join change_link l on l.change_id = f.change_id"
                                + " where f.member_id = ? and f.ending = 'ABSORBED' and l.number = any(?)"
                                + " fetch first 1 rows only",
                        row -> true,
                        name.member(),
                        changes)
                .isPresent();
    }

    /** The newest change to a name after one; none of those that are taken back. */
    Optional<Long> later(TouchedName name, Set<Long> undone) {
        return sql
                .list(
                        "select number, deeds from member_change where member_id = ? and number > ?"
                                + " order by member_id, number fetch first " + (NUMBERS + undone.size()) + " rows only",
                        row -> Map.entry(row.getLong(1), Deed.of(row.getInt(2))),
                        name.member(),
                        name.first())
                .stream()
                .filter(change -> !undone.contains(change.getKey()))
                .filter(change -> !LASTING.containsAll(change.getValue()))
                .map(Map.Entry::getKey)
                .findFirst();
    }
}
