package io.tidemark.version;

import io.tidemark.kernel.http.RevisionId;
import io.tidemark.kernel.sql.Sql;
import io.tidemark.namespace.Branch;
import io.tidemark.namespace.BranchPosition;
import io.tidemark.namespace.ResourceView;
import io.tidemark.namespace.ShownRevision;
import io.tidemark.target.DatedView;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Looks revisions up: by their ids, by labels, by branches, by time. */
@ApplicationScoped
public class RevisionIdRepository {

    /** A label's, or the newest of a branch. */
    private static final String NAMED = "(select number from revision_label where resource_id = ? and label = ?"
            + " union all select tip_number from branch where resource_id = ? and id = ? fetch first 1 rows only)";

    /** A resource, with the row of a name that shows it. */
    private static final String AT = " from resource r left join member m on m.id = cast(? as bigint)"
            + " join revision v on v.resource_id = r.id and v.number = " + ShownRevision.at("?") + " where r.id = ?";

    private static final String VIEW = "select " + DatedView.COLUMNS
            + " from resource r join revision v on v.resource_id = r.id and v.number = %s where r.id = ?";

    private static final String NUMBER_NAMED =
            "select v.number from revision v where v.number = " + NAMED + " and v.resource_id = ?";
    private static final String NUMBER_AT = "select v.number" + AT;
    private static final String VIEW_OF_NUMBER = VIEW.formatted("?");
    private static final String VIEW_NAMED = VIEW.formatted(NAMED);
    private static final String VIEW_AT = "select " + DatedView.COLUMNS + AT;

    @Inject
    private Sql sql;

    /** The number of the revision that a name stands for; of a branch, its newest. */
    public Optional<Integer> number(ResourceView resource, String name) {
        return known(resource, name)
                .or(() -> sql.first(
                        NUMBER_NAMED, row -> row.getInt(1), resource.id(), name, resource.id(), name, resource.id()));
    }

    /** The revision that a name stands for; empty, too, when there is none of that number. */
    Optional<DatedView> named(ResourceView resource, String name) {
        return known(resource, name)
                .map(number -> sql.first(VIEW_OF_NUMBER, RevisionIdRepository::view, number, resource.id()))
                .orElseGet(() -> sql.first(
                        VIEW_NAMED,
                        RevisionIdRepository::view,
                        resource.id(),
                        name,
                        resource.id(),
                        name,
                        resource.id()));
    }

    /** What needs not to be looked up. */
    private static Optional<Integer> known(ResourceView resource, String name) {
        OptionalInt number = RevisionId.number(name);
        if (number.isPresent()) {
            return Optional.of(number.getAsInt());
        }
        return name.equals(Branch.PRIMARY) ? Optional.of(resource.tip()) : Optional.empty();
    }

    /** The number of the default revision at a time: the one that was chosen at a member's URL, or the primary branch's newest. */
    public Optional<Integer> numberAt(UUID resource, @Nullable Long member, Instant time) {
        return sql.first(NUMBER_AT, row -> row.getInt(1), at(resource, member, time));
    }

    /** The default revision at a time; see {@link #numberAt}. */
    Optional<DatedView> viewAt(UUID resource, @Nullable Long member, Instant time) {
        return sql.first(VIEW_AT, RevisionIdRepository::view, at(resource, member, time));
    }

    private static @Nullable Object[] at(UUID resource, @Nullable Long member, Instant time) {
        OffsetDateTime at = time.atOffset(ZoneOffset.UTC);
        return new @Nullable Object[] {member, at, at, resource};
    }

    private static DatedView view(ResultSet row) throws SQLException {
        return DatedView.read(row, 1);
    }

    /** A branch with its newest revision. */
    public Optional<BranchPosition> line(ResourceView resource, String id) {
        if (id.equals(Branch.PRIMARY)) {
            return Optional.of(new BranchPosition(BranchPosition.PRIMARY, resource.tip()));
        }
        return sql.first(
                "select number, tip_number from branch where resource_id = ? and id = ?",
                row -> new BranchPosition(row.getInt(1), row.getInt(2)),
                resource.id(),
                id);
    }

    /** The branch that a revision is on, with its newest revision. */
    public BranchPosition lineOf(ResourceView resource, int number) {
        return sql.first(
                        "select v.branch_number, b.tip_number from revision v left join branch b"
                                + " on b.resource_id = v.resource_id and b.number = v.branch_number"
                                + " where v.resource_id = ? and v.number = ?",
                        row -> line(resource, row.getInt(1), row.getInt(2)),
                        resource.id(),
                        number)
                .orElseThrow();
    }

    /** The newest revision of a branch. */
    public int tip(ResourceView resource, int branch) {
        return branch == BranchPosition.PRIMARY
                ? resource.tip()
                : sql.first(
                                "select tip_number from branch where resource_id = ? and number = ?",
                                row -> row.getInt(1),
                                resource.id(),
                                branch)
                        .orElseThrow();
    }

    private static BranchPosition line(ResourceView resource, int branch, int tip) {
        return new BranchPosition(branch, branch == BranchPosition.PRIMARY ? resource.tip() : tip);
    }

    /** Whether a revision is on a branch. */
    public boolean isOn(UUID resource, int number, BranchPosition position) {
        return sql.first(
                        "select 1 from revision where resource_id = ? and number = ? and branch_number = ?",
                        row -> true,
                        resource,
                        number,
                        position.branch())
                .isPresent();
    }

    /** The number of the revision that has a label. */
    Optional<Integer> labelled(UUID resource, String label) {
        return sql.first(
                "select number from revision_label where resource_id = ? and label = ?",
                row -> row.getInt(1),
                resource,
                label);
    }

    /** Whether a resource has a revision of that number. */
    public boolean exists(UUID resource, int number) {
        return sql.first("select 1 from revision where resource_id = ? and number = ?", row -> true, resource, number)
                .isPresent();
    }
}
