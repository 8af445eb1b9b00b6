package io.tidemark.files;

import io.tidemark.kernel.error.Conditions;
import io.tidemark.kernel.error.DavException;

/** Counts what one COPY copies, so that it is refused before it has cost much. */
final class CopyCount {

    private final int most;
    private int members;

    /** Counts up to a number of members. */
    CopyCount(int most) {
        this.most = most;
    }

    /**
     * Counts further members.
     *
     * @throws DavException 507 {@code too-many-members} when that is too many
     */
    void add(int more) {
        members += more;
        if (members > most) {
            throw DavException.of(507, Conditions.TOO_MANY_MEMBERS);
        }
    }
}
