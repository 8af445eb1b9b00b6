package io.tidemark.history.restore;

import io.tidemark.history.PastMember;
import io.tidemark.target.FilesTarget;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A name that is to stand again for what it stood for. */
final class Arrival {

    private final PastMember past;
    private final @Nullable FilesTarget current;
    private final List<FilesTarget> companions = new ArrayList<>();
    private @Nullable FilesTarget from;

    /**
     * A name.
     *
     * @param past what it stood for
     * @param current where that is now; null for nowhere
     */
    Arrival(PastMember past, @Nullable FilesTarget current) {
        this.past = past;
        this.current = current;
    }

    /** What the name stood for. */
    PastMember past() {
        return past;
    }

    /** Where that is now; null for nowhere. */
    @Nullable
    FilesTarget current() {
        return current;
    }

    /** Notes what comes back because it is still in a collection that does. */
    void bring(FilesTarget member) {
        companions.add(member);
    }

    /** What comes back with it. */
    List<FilesTarget> companions() {
        return companions;
    }

    /** Says that it comes from another name, which will be free; null for what was gone, or is kept at its other names. */
    void comesFrom(@Nullable FilesTarget name) {
        from = name;
    }

    /** The name that it comes from; null for what was gone. */
    @Nullable
    FilesTarget from() {
        return from;
    }
}
