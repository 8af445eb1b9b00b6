package io.tidemark.target;

/**
 * What a workspace shows at a name, and where it has it from.
 *
 * @param target what is shown; not mapped where nothing is
 * @param layer how far the tree that it comes from is from the workspace's own; {@link #NOWHERE} for nothing
 * @param hiddenBy which of the trees hides what those behind it have there; {@link #NOWHERE} for none
 * @param kept whether it is shown although it was taken out of the tree that it comes from
 * @param rowId the row of the name where it comes from; 0 for nothing
 */
public record Shown(FilesTarget target, int layer, int hiddenBy, boolean kept, long rowId) {

    /** No tree at all. */
    public static final int NOWHERE = Integer.MAX_VALUE;
}
