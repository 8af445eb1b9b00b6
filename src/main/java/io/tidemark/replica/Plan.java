package io.tidemark.replica;

import java.util.List;
import java.util.Set;

/**
 * What is to be done next, so that both sides become equal: the steps of one stage, none of which depends on what another one
 * comes to. Carry them out, note what has become of both sides, and plan again. Nothing is left to do when there are no steps.
 *
 * <p>First come moves, so that nothing travels that has another name only; then contents and new folders; deletions last,
 * when everything else is where it belongs.
 */
record Plan(List<Step> steps) {

    /**
     * Compares three ways. It looks at nothing but what it is given.
     *
     * @param base what both sides had
     * @param here what is here now
     * @param there what is there now
     * @param left paths that are to be left alone, with what is below them
     */
    static Plan of(Tree<Agreed> base, Tree<Local> here, Tree<Listed> there, Set<String> left) {
        Places places = new Places(base, here, there);
        List<Step> moves = new Moves(base, here, there, places, left).steps();
        if (!moves.isEmpty()) {
            return new Plan(moves);
        }
        return new Plan(new Differences(base, here, there, left).steps());
    }

    boolean isEmpty() {
        return steps.isEmpty();
    }

    boolean deletes() {
        return steps.stream().anyMatch(Step.Drop.class::isInstance);
    }

    /** Whether something there goes on the condition that it is as the last report told. */
    boolean needsToken() {
        return deletes() || steps.stream().anyMatch(step -> step instanceof Step.Move move && move.there());
    }
}
