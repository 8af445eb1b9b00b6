package io.tidemark.tool;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.function.Function;

/**
 * What the state says of the attic: the directories that were taken out, and the one that is on its way back. Each is
 * recorded before it is moved, so that whoever starts after a kill or a power failure knows where to look. Not for several
 * threads.
 */
final class AtticRecord {

    private static final String OUT = "out";
    private static final String LET_GO = "let-go";
    private static final String BACK = "back";
    private static final String CAME = "came";

    private final StateJournal journal;
    private final List<TakenOut> takenOut = new ArrayList<>();
    private Optional<PutBack> onItsWay = Optional.empty();

    AtticRecord(StateJournal journal) {
        this.journal = journal;
    }

    boolean isEmpty() {
        return takenOut.isEmpty();
    }

    /** The directories that were taken out since {@link #letGo}; of each, what was recorded before. */
    List<TakenOut> takenOut() {
        return List.copyOf(takenOut);
    }

    /** What a run had not yet recorded at its new path, when it was killed. */
    Optional<PutBack> onItsWay() {
        return onItsWay;
    }

    /** Notes that a directory is about to be taken out. */
    void takeOut(TakenOut out) throws IOException {
        takenOut.add(out);
        journal.add(OUT, out.name(), out.path());
        journal.force();
    }

    /** Notes that a directory is about to be put back. */
    void putBack(PutBack back) throws IOException {
        onItsWay = Optional.of(back);
        journal.add(BACK, back.out().name(), back.from(), back.to());
        journal.force();
    }

    /** Notes that what was on its way back is recorded where it is now. */
    void cameBack() throws IOException {
        onItsWay = Optional.empty();
        journal.add(CAME);
    }

    /** Notes that nothing that was taken out is needed any more. */
    void letGo() throws IOException {
        if (!takenOut.isEmpty()) {
            takenOut.clear();
            journal.add(LET_GO);
        }
    }

    /**
     * Reads a line.
     *
     * @param within what was recorded at and below a path, when the line was written
     * @return whether it is one of the attic's
     */
    boolean replay(List<String> line, Function<String, NavigableMap<String, Entry>> within) {
        switch (line.get(0)) {
            case OUT -> takenOut.add(new TakenOut(line.get(1), line.get(2), within.apply(line.get(2))));
            case BACK ->
                onItsWay = takenOut.stream()
                        .filter(out -> out.name().equals(line.get(1)))
                        .reduce((earlier, later) -> later)
                        .map(out -> new PutBack(out, line.get(2), line.get(3)));
            case CAME -> onItsWay = Optional.empty();
            case LET_GO -> takenOut.clear();
            default -> {
                return false;
            }
        }
        return true;
    }
}
