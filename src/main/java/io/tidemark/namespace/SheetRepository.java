package io.tidemark.namespace;

import io.tidemark.kernel.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the sheets of a workspace have at their names. Only what is under version control is a member of a workspace, and
 * the collections on the way to it.
 */
@ApplicationScoped
public class SheetRepository {

    private static final String SHEET =
            "(cast(? as integer), cast(? as uuid), cast(? as timestamp with time zone), cast(? as timestamp with time zone))";

    private static final String LIVE = "m.resource_id is not null and m.mapped_at <= s.as_of";

    /** The mapping that a name had at the sheet's time, or last before what was in it was taken out. */
    private static final String FORMER = " left join former_member f on f.member_id = m.id and not (" + LIVE + ")"
            + " and f.change_id = (select x.change_id from former_member x join resource g on g.id = x.resource_id"
            + " where x.member_id = m.id and x.mapped_at <= s.as_of and x.unmapped_at > coalesce(s.kept_from, s.as_of)"
            + " and (s.kept_from is null or g.collection or x.ending in ('DELETED', 'DEREFERENCED'))"
            + " order by x.mapped_at desc fetch first 1 rows only)";

    private static final String AT = "case when f.unmapped_at < s.as_of then f.unmapped_at else s.as_of end";

    private static final String NUMBER =
            "case when s.as_of = cast('9999-12-31 00:00:00+00' as timestamp with time zone)"
                    + " and f.member_id is null then coalesce(m.default_number, r.tip_number) else coalesce("
                    + "(select d.number from default_choice d where d.member_id = m.id and d.chosen_at <= " + AT
                    + " and d.chosen_at >= coalesce(f.mapped_at, m.mapped_at)"
                    + " order by d.member_id desc, d.chosen_at desc fetch first 1 rows only),"
                    + " (select l.number from revision_line l where l.resource_id = r.id and l.branch_number = 0"
                    + " and l.made_at <= " + AT + " order by l.resource_id desc, l.branch_number desc, l.made_at desc"
                    + " fetch first 1 rows only), (select o.number from revision_line o where o.resource_id = r.id"
                    + " and o.branch_number = 0 order by o.resource_id, o.branch_number, o.made_at fetch first 1 rows only),"
                    + " r.tip_number) end";

    private static final String SELECT =
            "select s.idx, m.id, m.name, m.hidden_at, f.unmapped_at, " + ResourceView.COLUMNS + " from ";

    private static final String SHOWN = FORMER
            + " left join resource r on r.id = case when " + LIVE + " then m.resource_id else f.resource_id end"
            + " and r.newest_number > 0 and (r.collection or r.versioned)"
            + " left join revision v on v.resource_id = r.id and v.number = " + NUMBER;

    private static final String FIND = SELECT + "(values %s) s (idx, collection_id, as_of, kept_from)"
            + " join member m on m.collection_id = s.collection_id and m.name in (%s)" + SHOWN
            + " order by m.name, s.idx";

    private static final String PAGE = SELECT + "(values " + SHEET + ") s (idx, collection_id, as_of, kept_from)"
            + " join (select id, collection_id, name, resource_id, mapped_at, default_number, hidden_at from member"
            + " where collection_id = ? and name > ? order by collection_id, name fetch first ? rows only) m"
            + " on m.collection_id = s.collection_id" + SHOWN + " order by m.collection_id, m.name";

    @Inject
    private Sql sql;

    /** What each of some sheets has at some names, nearest first; nothing of those that do not know one. */
    public List<SheetMember> find(List<Sheet> sheets, Collection<String> names) {
        List<@Nullable Object> parameters = new ArrayList<>();
        for (int i = 0; i < sheets.size(); i++) {
            add(parameters, i, sheets.get(i));
        }
        parameters.addAll(names);
        return sql.list(
                FIND.formatted(
                        String.join(", ", Collections.nCopies(sheets.size(), SHEET)), Sql.placeholders(names.size())),
                row -> member(row, sheets),
                parameters.toArray());
    }

    /** A page of the names of one sheet, in their order, after {@code after}; also those at which nothing is mapped. */
    public List<SheetMember> page(List<Sheet> sheets, int index, String after, int limit) {
        Sheet sheet = sheets.get(index);
        List<@Nullable Object> parameters = new ArrayList<>();
        add(parameters, index, sheet);
        Collections.addAll(parameters, sheet.collection(), after, limit);
        return sql.list(PAGE, row -> member(row, sheets), parameters.toArray());
    }

    private static void add(List<@Nullable Object> parameters, int index, Sheet sheet) {
        parameters.add(index);
        parameters.add(sheet.collection());
        parameters.add(sheet.asOf().atOffset(ZoneOffset.UTC));
        parameters.add(sheet.keptFrom() == null ? null : sheet.keptFrom().atOffset(ZoneOffset.UTC));
    }

    private static SheetMember member(ResultSet row, List<Sheet> sheets) throws SQLException {
        int index = row.getInt(1);
        return new SheetMember(
                index,
                row.getLong(2),
                row.getString(3),
                sheets.get(index).isHiding(instant(row, 4)),
                ResourceView.read(row, 6),
                instant(row, 5));
    }

    private static @Nullable Instant instant(ResultSet row, int column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
