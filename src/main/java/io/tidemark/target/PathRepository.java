package io.tidemark.target;

import io.tidemark.content.ContentHash;
import io.tidemark.content.KeptBody;
import io.tidemark.kernel.http.DavPath;
import io.tidemark.kernel.sql.Collision;
import io.tidemark.kernel.sql.Sql;
import io.tidemark.namespace.Parent;
import io.tidemark.namespace.Resource;
import io.tidemark.namespace.ResourceView;
import io.tidemark.namespace.ShownRevision;
import io.tidemark.namespace.Versioning;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Walks down paths. One statement goes down as many names as it joins, and brings along what it finds at the end. */
@ApplicationScoped
public class PathRepository {

    /** How many names one statement goes down; each is a join by key. */
    private static final int STRIDE = 12;

    /** How many columns stand before those of the names. */
    private static final int HEAD = 6;

    private static final String REVISION =
            " left join revision v on v.resource_id = r.id" + " and v.number = coalesce(%s, r.revision_number)";

    /**
     * What holds for the whole store. It is asked for beside the path, not joined to it: PostgreSQL never counts a table of one
     * row, takes it for one of 1,700, and would read all revisions to join so many of them.
     */
    private static final String STORE =
            "(select d.configuration_id from default_configuration d), exists (select 1 from access_list)";

    private static final String[] LAST_STRIDE = statements(false);
    private static final String[] LAST_STRIDE_WITH_BODY = statements(true);
    private static final String ROOT = "select " + ResourceView.COLUMNS + " from resource r"
            + REVISION.formatted("r.revision_number") + " where r.id = ?";
    private static final String LOCKED = "select " + ResourceView.COLUMNS + " from member m"
            + " join resource r on r.id = m.resource_id"
            + ShownRevision.JOIN_NOW + " where m.id = ? and r.id = ? for update";

    @Inject
    private Sql sql;

    @Inject
    private RevisionViewRepository revisions;

    /**
     * What is read with one statement: the target, and what its content's row has along with it.
     *
     * @param configuration the configuration that a request sees which names none
     * @param restricted whether there may be something that the caller is not to see
     */
    public record Read<T extends FilesTarget>(T target, KeptBody body, UUID configuration, boolean restricted) {}

    /** What a path below {@code /files/} names. */
    public NamedTarget resolve(DavPath path) {
        return walk(path, LAST_STRIDE).target();
    }

    /** What a path below {@code /files/} names, and the configuration that a request sees which names none. */
    Read<NamedTarget> look(DavPath path) {
        return walk(path, LAST_STRIDE);
    }

    /**
     * The collections of the users' namespace that a URL's names lead through, outermost first, as far as they are there; in a
     * configuration those of the same names in the files, and none where nothing is mapped by names.
     */
    public List<UUID> through(FilesTarget target) {
        if (!(target instanceof ConfiguredTarget)) {
            return target.ancestors();
        }
        return target.isAtName() ? resolve(target.pathInFiles()).ancestors() : List.of();
    }

    /** What a path below {@code /files/} names, with its body if the body's row holds it. */
    public Read<NamedTarget> resolveWithBody(DavPath path) {
        return walk(path, LAST_STRIDE_WITH_BODY);
    }

    /**
     * The same target as it is now, its name and its resource locked until the transaction ends; of a chosen revision, the
     * resource and the revision.
     *
     * @throws Collision when something else is mapped there by now
     */
    public FilesTarget lock(FilesTarget target) {
        ResourceView resource = target.resource();
        if (resource == null) {
            return target;
        }
        ResourceView locked = locked(target, resource).orElseThrow(Collision::new);
        return target.select(locked, target.selection());
    }

    private Optional<ResourceView> locked(FilesTarget target, ResourceView resource) {
        if (target.memberId() != null && target.selection() == null && target.isOwn()) {
            long member = target.memberId();
            // Twice, as RevisionViewRepository says.
            return lockAtName(member, resource).or(() -> lockAtName(member, resource));
        }
        Integer number = target.selection() == null && !(target instanceof ConfiguredTarget)
                ? null
                : (Integer) resource.revision();
        return revisions.locked(resource.id(), number);
    }

    private Optional<ResourceView> lockAtName(long member, ResourceView resource) {
        return sql.first(LOCKED, row -> ResourceView.existing(row, 1), member, resource.id());
    }

    /** What the row of a content has, of what is shown. */
    public KeptBody body(@Nullable ResourceView shown) {
        ContentHash hash = shown == null ? null : shown.hash();
        return hash == null
                ? KeptBody.NONE
                : sql.first(
                                "select " + KeptBody.COLUMNS + " from content c where c.hash = ?",
                                row -> KeptBody.read(row, 1),
                                hash.bytes())
                        .orElse(KeptBody.NONE);
    }

    private Read<NamedTarget> walk(DavPath path, String[] lastStride) {
        List<String> names = path.segments().subList(1, path.segments().size());
        if (names.isEmpty()) {
            ResourceView root = sql.first(ROOT, row -> ResourceView.existing(row, 1), Resource.FILES)
                    .orElseThrow();
            return new Read<>(
                    new NamedTarget(path.asCollection(true), List.of(), null, null, root),
                    KeptBody.NONE,
                    defaultConfiguration(),
                    true);
        }
        List<UUID> ancestors = new ArrayList<>(List.of(Resource.FILES));
        UUID from = Resource.FILES;
        while (names.size() > STRIDE) {
            List<UUID> passed = stride(LAST_STRIDE[STRIDE], names.subList(0, STRIDE), from, PathRepository::passed);
            ancestors.addAll(passed);
            if (passed.size() < STRIDE) {
                return new Read<>(NamedTarget.missing(path, ancestors), KeptBody.NONE, defaultConfiguration(), true);
            }
            from = passed.get(STRIDE - 1);
            names = names.subList(STRIDE, names.size());
        }
        int length = names.size();
        boolean withBody = lastStride == LAST_STRIDE_WITH_BODY;
        return stride(lastStride[length], names, from, row -> read(row, length, path, ancestors, withBody));
    }

    private UUID defaultConfiguration() {
        return sql.first("select configuration_id from default_configuration", row -> row.getObject(1, UUID.class))
                .orElseThrow();
    }

    private <T> T stride(String statement, List<String> names, UUID from, Sql.Row<T> row) {
        List<Object> parameters = new ArrayList<>(names);
        parameters.add(from);
        return sql.first(new Sql.Query<>(statement, row, parameters)).orElseThrow();
    }

    /** The resources that a stride led through, up to the first that is missing. */
    private static List<UUID> passed(ResultSet row) throws SQLException {
        List<UUID> passed = new ArrayList<>();
        for (int i = 1; i <= STRIDE; i++) {
            UUID resource = row.getObject(i + HEAD, UUID.class);
            if (resource == null) {
                break;
            }
            passed.add(resource);
        }
        return passed;
    }

    private static Read<NamedTarget> read(ResultSet row, int length, DavPath path, List<UUID> before, boolean withBody)
            throws SQLException {
        long member = row.getLong(1);
        Long memberId = row.wasNull() ? null : member;
        boolean parentIsCollection = row.getBoolean(2);
        Versioning parentVersioning = Versioning.read(row, 3);
        List<UUID> ancestors = new ArrayList<>(before);
        for (int i = 1; i < length; i++) {
            UUID resource = row.getObject(i + HEAD, UUID.class);
            if (resource != null) {
                ancestors.add(resource);
            }
        }
        boolean parentFound = ancestors.size() == before.size() + length - 1 && parentIsCollection;
        Parent parent = parentFound ? new Parent(ancestors.get(ancestors.size() - 1), parentVersioning) : null;
        ResourceView view = ResourceView.read(row, length + HEAD + 1);
        DavPath canonical = path.asCollection(view == null ? path.slash() : view.collection());
        return new Read<>(
                new NamedTarget(canonical, ancestors, parent, memberId, view, null, !row.getBoolean(HEAD)),
                withBody ? KeptBody.read(row, length + HEAD + 1 + ResourceView.WIDTH) : KeptBody.NONE,
                row.getObject(HEAD - 1, UUID.class),
                row.getBoolean(HEAD));
    }

    /** For each number of names: the member's id, its parent's kind and versioning, the resource of each name, the view. */
    private static String[] statements(boolean withBody) {
        String[] statements = new String[STRIDE + 1];
        for (int length = 1; length <= STRIDE; length++) {
            StringBuilder columns = new StringBuilder(
                    "select m" + length + ".id, p.collection, " + Versioning.columns("p") + ", " + STORE);
            StringBuilder joins = new StringBuilder(" from resource f");
            String above = "f.id";
            for (int i = 1; i <= length; i++) {
                columns.append(", m").append(i).append(".resource_id");
                joins.append(
                        " left join member m%d on m%d.collection_id = %s and m%d.name = ?".formatted(i, i, above, i));
                if (i == length) {
                    joins.append(" left join resource p on p.id = ").append(above);
                }
                above = "m" + i + ".resource_id";
            }
            columns.append(", ").append(ResourceView.COLUMNS);
            joins.append(" left join resource r on r.id = ").append(above);
            joins.append(REVISION.formatted("m" + length + ".default_number"));
            if (withBody) {
                columns.append(", ").append(KeptBody.COLUMNS);
                joins.append(" left join content c on c.hash = v.content_hash");
            }
            statements[length] = columns.append(joins).append(" where f.id = ?").toString();
        }
        return statements;
    }
}
