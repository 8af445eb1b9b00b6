package io.tidemark.target;

import io.tidemark.kernel.http.DavPath;
import io.tidemark.namespace.ResourceView;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;

/**
 * A resource as one of its revisions shows it.
 *
 * @param made when the revision was made
 */
public record DatedView(ResourceView view, Instant made) {

    /** The columns that {@link #read} reads, of a resource {@code r} and its revision {@code v}. */
    public static final String COLUMNS = ResourceView.COLUMNS + ", v.created_at";

    /** Reads a view from the columns that begin at {@code first}. */
    public static DatedView read(ResultSet row, int first) throws SQLException {
        return new DatedView(
                ResourceView.existing(row, first),
                row.getObject(first + ResourceView.WIDTH, OffsetDateTime.class).toInstant());
    }

    /** The choice of this revision; of a collection's, with the members that it had. */
    public Selection selection() {
        return view.collection() ? Selection.at(made) : Selection.REVISION;
    }

    /** The revision at its own URL. */
    public RevisionTarget target() {
        DavPath path = RevisionsSubtree.revisionPath(view.id(), view.revision(), view.collection());
        return new RevisionTarget(path, List.of(), view, selection());
    }
}
