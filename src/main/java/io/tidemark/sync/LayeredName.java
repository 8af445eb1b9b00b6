package io.tidemark.sync;

import io.tidemark.target.ConfiguredTarget;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * A name in a collection of a workspace, as a walk finds it. The rows are read after what shows: what they say has not
 * changed for a while was so when it was looked at.
 *
 * @param id the row by whose marks the walk came to it; 0 where it goes by names
 * @param order where it comes among the members that a walk reads by their marks
 * @param now what the workspace shows there at this moment, as far as the caller may see it
 * @param rows what the trees that can change have of the name; of a file in a collection that is new to the client, none
 * @param past what a client may have been shown
 */
record LayeredName(String name, long id, long order, ConfiguredTarget now, List<LayerRow> rows, Past past)
        implements WalkFrame.Name {

    /**
     * What a client may have been shown at a name by the beginning of a walk's span, or too soon by the report before: rather too
     * much than too little.
     *
     * @param something whether it may know the name
     * @param collections collections whose members it may know by it
     */
    record Past(boolean something, Set<UUID> collections) {

        /** Where nobody asks. */
        static final Past NONE = new Past(false, Set.of());
    }

    @Override
    public List<Long> marked() {
        return rows.stream().map(LayerRow::id).toList();
    }

    /** The same, as a walk came to it by marks. */
    LayeredName markedBy(long row, long mark) {
        return new LayeredName(name, row, mark, now, rows, past);
    }

    /** Whether what makes the name has been the same, in each tree, since {@code change} was the newest. */
    boolean isAsAt(long change) {
        return rows.stream().allMatch(row -> row.isAsAt(change));
    }

    /** Whether the name itself changed in any tree after one change, up to another. */
    boolean isTouched(long after, long until) {
        return rows.stream().anyMatch(row -> row.isTouched(after, until));
    }

    /** Whether anything changed below what any tree has there. */
    boolean isDeeper(long after) {
        return rows.stream().anyMatch(row -> row.marks().below() > after);
    }
}
