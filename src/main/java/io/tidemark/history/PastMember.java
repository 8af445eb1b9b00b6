package io.tidemark.history;

import io.tidemark.target.FilesTarget;

/**
 * A member of a tree as a {@link TreeState} shows it: its name, what is mapped there, the revision, its properties and content.
 *
 * @param contentKept whether the content is what it was; if not, all that is known is that the file was there
 */
public record PastMember(FilesTarget target, boolean contentKept) {

    /** The name in its collection. */
    public String name() {
        return target.path().name();
    }
}
