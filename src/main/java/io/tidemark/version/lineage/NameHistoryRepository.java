package io.tidemark.version.lineage;

import io.tidemark.kernel.sql.Sql;
import io.tidemark.target.DatedView;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads what a name in a collection has been mapped to over time, and what was chosen to be shown there. */
@ApplicationScoped
class NameHistoryRepository {

    /** Later than anything: until when the mapping of now holds. */
    static final Instant FOREVER = Instant.parse("9999-01-01T00:00:00Z");

    private static final String MAPPINGS = " from (select m.resource_id, m.mapped_at,"
            + " cast(? as timestamp with time zone) unmapped_at from member m"
            + " where m.id = ? and m.resource_id is not null"
            + " union all select f.resource_id, f.mapped_at, f.unmapped_at from former_member f"
            + " where f.member_id = ?) x join resource r on r.id = x.resource_id and r.versioned";

    private static final String NEWEST_MAPPINGS = "select x.resource_id, x.mapped_at, x.unmapped_at" + MAPPINGS
            + " where x.unmapped_at < ? order by x.unmapped_at desc fetch first ? rows only";

    private static final String RESOURCES =
            "select x.resource_id, min(x.mapped_at), max(x.unmapped_at)" + MAPPINGS + " group by x.resource_id";
    private static final String OLDEST_RESOURCES = RESOURCES + " having min(x.mapped_at) > ?"
            + " or (min(x.mapped_at) = ? and x.resource_id > ?) order by 2, 1 fetch first ? rows only";
    private static final String NEWEST_RESOURCES = RESOURCES + " having min(x.mapped_at) < ?"
            + " or (min(x.mapped_at) = ? and x.resource_id < ?) order by 2 desc, 1 desc fetch first ? rows only";

    private static final String CHOICES = "select d.chosen_at, d.number, " + DatedView.COLUMNS
            + " from default_choice d join resource r on r.id = ?"
            + " left join revision v on v.resource_id = r.id and v.number = d.number"
            + " where d.member_id = ? and d.chosen_at >= ? and d.chosen_at < ?"
            + " order by d.member_id desc, d.chosen_at desc fetch first ? rows only";

    @Inject
    private Sql sql;

    /** A resource that a name has been mapped to: since when at first, and until when at last. */
    record Mapping(UUID resource, Instant since, Instant until) {

        private static Mapping read(ResultSet row) throws SQLException {
            return new Mapping(row.getObject(1, UUID.class), instant(row, 2), instant(row, 3));
        }
    }

    /** SETDEFAULT, or its end: the revision that a URL shows since then; null for the primary branch's newest. */
    record Choice(Instant at, @Nullable DatedView revision) {

        private static Choice read(ResultSet row) throws SQLException {
            boolean chosen = row.getObject(2) != null;
            return new Choice(instant(row, 1), chosen ? DatedView.read(row, 3) : null);
        }
    }

    /** The mappings of a name to versioned resources that ended before a time, the newest first. */
    List<Mapping> newestMappings(long member, Instant before, int limit) {
        return sql.list(NEWEST_MAPPINGS, Mapping::read, time(FOREVER), member, member, time(before), limit);
    }

    /** The versioned resources of a name in the order in which they came there first, after {@code last}. */
    List<Mapping> oldestResources(long member, Mapping last, int limit) {
        return resources(OLDEST_RESOURCES, member, last, limit);
    }

    /** The same from the newest to the oldest, before {@code last}. */
    List<Mapping> newestResources(long member, Mapping last, int limit) {
        return resources(NEWEST_RESOURCES, member, last, limit);
    }

    private List<Mapping> resources(String query, long member, Mapping last, int limit) {
        OffsetDateTime since = time(last.since());
        return sql.list(query, Mapping::read, time(FOREVER), member, member, since, since, last.resource(), limit);
    }

    /** What was chosen at a name while a mapping held, before a time, the newest first. */
    List<Choice> newestChoices(long member, Mapping mapping, Instant before, int limit) {
        return sql.list(CHOICES, Choice::read, mapping.resource(), member, time(mapping.since()), time(before), limit);
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
