package io.tidemark.replica;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which of the moves that one side has made can be made on the other now. Where both have moved the same to different places, the
 * server's counts. What cannot be moved in the end, because something else is in the way, is found deleted at one path and new
 * at another by {@link Differences}.
 */
final class Moves {

    private final Tree<Agreed> base;
    private final Tree<Local> here;
    private final Tree<Listed> there;
    private final Places places;
    private final Set<String> left;
    private final Map<String, Step.Move> pending = new HashMap<>();
    private final List<Step> settled = new ArrayList<>();
    private final TreeSet<String> touched = new TreeSet<>();

    Moves(Tree<Agreed> base, Tree<Local> here, Tree<Listed> there, Places places, Set<String> left) {
        this.base = base;
        this.here = here;
        this.there = there;
        this.places = places;
        this.left = left;
    }

    List<Step> steps() {
        base.all().forEach(this::look);
        if (!settled.isEmpty() || pending.isEmpty()) {
            return settled;
        }
        List<Step.Move> own = pending.values().stream()
                .filter(move -> !goesAlong(move))
                .sorted((one, other) -> one.from().compareTo(other.from()))
                .toList();
        List<Step> steps = possible(own);
        if (steps.isEmpty()) {
            steps = foldersFor(own);
        }
        if (steps.isEmpty()) {
            steps = outOfTheWay(own);
        }
        return steps.isEmpty()
                ? possible(pending.values().stream()
                        .sorted((one, other) -> one.from().compareTo(other.from()))
                        .toList())
                : steps;
    }

    private void look(Agreed was) {
        Optional<String> isHere = places.here(was);
        Optional<String> isThere = places.there(was);
        if (isHere.isEmpty() || isThere.isEmpty()) {
            return;
        }
        String path = was.path();
        String mine = isHere.get();
        String theirs = isThere.get();
        if (isLeft(path) || isLeft(mine) || isLeft(theirs)) {
            return;
        }
        if (mine.equals(theirs)) {
            if (!mine.equals(path)) {
                noteMove(path, mine);
            }
            return;
        }
        boolean mineCounts = theirs.equals(path) || (!mine.equals(path) && Paths.isPassing(theirs));
        pending.put(
                path,
                mineCounts
                        ? new Step.Move(true, was.folder(), path, theirs, mine)
                        : new Step.Move(false, was.folder(), path, mine, theirs));
    }

    private void noteMove(String path, String to) {
        Agreed other = base.get(to);
        if (other == null) {
            if (touch(path, to)) {
                settled.add(new Step.AgreeMove(path, to));
            }
        } else if (places.here(other).isEmpty() && places.there(other).isEmpty()) {
            settled.add(new Step.Agree(to));
        }
    }

    /** Whether it is moved when the folder is that it is in. */
    private boolean goesAlong(Step.Move move) {
        Step.Move above = pending.get(Paths.parent(move.base()));
        return above != null
                && above.there() == move.there()
                && above.from().equals(Paths.parent(move.from()))
                && above.path().equals(Paths.parent(move.path()))
                && Paths.name(move.from()).equals(Paths.name(move.path()));
    }

    private List<Step> possible(List<Step.Move> moves) {
        List<Step> steps = new ArrayList<>();
        for (Step.Move move : moves) {
            Agreed other = base.get(move.path());
            if (other != null
                    && places.here(other).isEmpty()
                    && places.there(other).isEmpty()
                    && !isOn(move.there(), move.path())) {
                return List.of(new Step.Agree(move.path()));
            }
            if (other == null
                    && !isOn(move.there(), move.path())
                    && isFolderOn(move.there(), Paths.parent(move.path()))
                    && !Paths.isWithin(move.path(), move.from())
                    && touch(move.base(), move.from(), move.path())) {
                steps.add(move);
            }
        }
        return steps;
    }

    /** The folders that are missing on the side where something is to be moved into them. */
    private List<Step> foldersFor(List<Step.Move> moves) {
        Set<String> goals = new TreeSet<>();
        moves.forEach(move -> goals.add(move.path()));
        Set<String> made = new TreeSet<>();
        List<Step> steps = new ArrayList<>();
        for (Step.Move move : moves) {
            String folder = Paths.parent(move.path());
            while (!isFolderOn(move.there(), folder) && !isFolderOn(move.there(), Paths.parent(folder))) {
                folder = Paths.parent(folder);
            }
            if (!isOn(move.there(), folder)
                    && !folder.isEmpty()
                    && isFolderOn(!move.there(), folder)
                    && !goals.contains(folder)
                    && !isLeft(folder)
                    && made.add(folder)) {
                steps.add(new Step.Make(move.there(), folder, Step.Why.CHANGED));
            }
        }
        return steps;
    }

    /** Where each waits for the other's name, one takes a name of its own meanwhile. */
    private List<Step> outOfTheWay(List<Step.Move> moves) {
        Set<String> waitingHere = new HashSet<>();
        Set<String> waitingThere = new HashSet<>();
        moves.forEach(move -> (move.there() ? waitingThere : waitingHere).add(move.from()));
        for (Step.Move move : moves) {
            boolean another = (move.there() ? waitingThere : waitingHere).contains(move.path());
            if (another && !Paths.isPassing(move.from())) {
                for (int number = 0; ; number++) {
                    String name = Paths.passing(move.from(), number);
                    if (!here.has(name) && !there.has(name) && !base.has(name)) {
                        return List.of(new Step.Move(move.there(), move.folder(), move.base(), move.from(), name));
                    }
                }
            }
        }
        return List.of();
    }

    private boolean isOn(boolean isThere, String path) {
        return isThere ? there.has(path) : here.has(path);
    }

    private boolean isFolderOn(boolean isThere, String path) {
        return isThere ? there.hasFolder(path) : here.hasFolder(path);
    }

    private boolean isLeft(String path) {
        return isAtOrBelow(left, path);
    }

    static boolean isAtOrBelow(Set<String> paths, String path) {
        if (paths.isEmpty()) {
            return false;
        }
        for (String at = path; !at.isEmpty(); at = Paths.parent(at)) {
            if (paths.contains(at)) {
                return true;
            }
        }
        return false;
    }

    /** Has no two steps of a stage meet in one place. */
    private boolean touch(String... paths) {
        for (String path : paths) {
            String below = touched.ceiling(path + '/');
            if (isAtOrBelow(touched, path) || (below != null && below.startsWith(path + '/'))) {
                return false;
            }
        }
        touched.addAll(List.of(paths));
        return true;
    }
}
