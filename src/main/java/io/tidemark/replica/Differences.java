package io.tidemark.replica;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What is to be done at each path where the sides differ, once nothing can be moved any more. */
final class Differences {

    private final Tree<Agreed> base;
    private final Tree<Local> here;
    private final Tree<Listed> there;
    private final Set<String> left;
    private final Map<String, String> shaByTag = new HashMap<>();
    private final List<Step> notes = new ArrayList<>();
    private final List<Step> changes = new ArrayList<>();
    private final List<Step> deletions = new ArrayList<>();
    private final Set<String> made = new HashSet<>();
    private final Set<String> dropped = new HashSet<>();

    Differences(Tree<Agreed> base, Tree<Local> here, Tree<Listed> there, Set<String> left) {
        this.base = base;
        this.here = here;
        this.there = there;
        this.left = left;
        base.all().stream().filter(was -> !was.folder()).forEach(was -> shaByTag.put(was.tag(), was.sha()));
    }

    /** The steps of the first stage that has any. */
    List<Step> steps() {
        Set<String> paths = new TreeSet<>();
        base.all().forEach(item -> paths.add(item.path()));
        here.all().forEach(item -> paths.add(item.path()));
        there.all().forEach(item -> paths.add(item.path()));
        for (String path : paths) {
            if (!Moves.isAtOrBelow(left, path)) {
                compare(path);
            }
        }
        if (!notes.isEmpty()) {
            return notes;
        }
        return changes.isEmpty() ? deletions : changes;
    }

    private void compare(String path) {
        Agreed was = base.get(path);
        Local mine = here.get(path);
        Listed theirs = there.get(path);
        boolean mineIsOld = isOld(was, mine);
        boolean theirsIsOld = isOld(was, theirs);
        if (mine == null && theirs == null) {
            notes.add(new Step.Agree(path));
        } else if (mineIsOld && theirsIsOld) {
            if (was == null || mine == null || theirs == null || !was.equals(Agreed.of(mine, theirs))) {
                notes.add(new Step.Agree(path));
            }
        } else if (mineIsOld) {
            bring(
                    false,
                    path,
                    mine != null,
                    mine != null && mine.folder(),
                    theirs != null,
                    theirs != null && theirs.folder());
        } else if (theirsIsOld) {
            bring(
                    true,
                    path,
                    theirs != null,
                    theirs != null && theirs.folder(),
                    mine != null,
                    mine != null && mine.folder());
        } else {
            bothChanged(path, mine, theirs);
        }
    }

    private static boolean isOld(@Nullable Agreed was, @Nullable Local mine) {
        if (was == null || mine == null) {
            return was == null && mine == null;
        }
        return was.folder() == mine.folder() && was.sha().equals(mine.sha());
    }

    private static boolean isOld(@Nullable Agreed was, @Nullable Listed theirs) {
        if (was == null || theirs == null) {
            return was == null && theirs == null;
        }
        return was.folder() == theirs.folder() && (was.folder() || was.tag().equals(theirs.tag()));
    }

    /** Brings what one side has changed to the other, which still has what both had. */
    private void bring(
            boolean toThere, String path, boolean isOn, boolean isFolder, boolean wanted, boolean folderWanted) {
        if (!wanted) {
            drop(toThere, path, isFolder);
        } else if (!isOn || (!isFolder && !folderWanted)) {
            change(toThere, path, folderWanted, Step.Why.CHANGED);
        } else if (isFolder && isNeeded(toThere, path)) {
            changes.add(new Step.SetAside(path));
        } else {
            // Its name is free when it is gone.
            drop(toThere, path, isFolder);
        }
    }

    private void change(boolean toThere, String path, boolean folder, Step.Why why) {
        String parent = Paths.parent(path);
        boolean ready = toThere ? there.hasFolder(parent) : here.hasFolder(parent);
        if (!ready && !made.contains(parent)) {
            // Its turn comes when the folder is there.
            return;
        }
        if (folder) {
            made.add(path);
            changes.add(new Step.Make(toThere, path, why));
        } else {
            changes.add(toThere ? new Step.Send(path, why) : new Step.Fetch(path, why));
        }
    }

    private void drop(boolean onThere, String path, boolean folder) {
        if (Moves.isAtOrBelow(dropped, path)) {
            return;
        }
        if (!folder) {
            deletions.add(new Step.Drop(onThere, false, path));
        } else if (!isNeeded(onThere, path)) {
            dropped.add(path);
            deletions.add(new Step.Drop(onThere, true, path));
        } else {
            change(!onThere, path, true, Step.Why.CAME_BACK);
        }
    }

    /** Whether there is something in a folder that the other side has not seen, or that somebody has changed. */
    private boolean isNeeded(boolean onThere, String path) {
        if (left.stream().anyMatch(kept -> Paths.isWithin(kept, path))) {
            return true;
        }
        return onThere
                ? there.below(path).stream()
                        .anyMatch(item ->
                                !base.has(item.path()) || !isOld(base.get(item.path()), item) || here.has(item.path()))
                : here.below(path).stream()
                        .anyMatch(item -> !base.has(item.path())
                                || !isOld(base.get(item.path()), item)
                                || there.has(item.path()));
    }

    private void bothChanged(String path, @Nullable Local mine, @Nullable Listed theirs) {
        if (mine == null && theirs != null) {
            change(false, path, theirs.folder(), Step.Why.CAME_BACK);
        } else if (theirs == null && mine != null) {
            change(true, path, mine.folder(), Step.Why.CAME_BACK);
        } else if (mine != null && theirs != null) {
            if (mine.folder() && theirs.folder()) {
                notes.add(new Step.Agree(path));
            } else if (mine.folder() != theirs.folder()) {
                changes.add(new Step.SetAside(path));
            } else {
                contents(path, mine, theirs);
            }
        }
    }

    private void contents(String path, Local mine, Listed theirs) {
        String sha = theirs.sha().isEmpty() ? shaByTag.getOrDefault(theirs.tag(), "") : theirs.sha();
        if (sha.isEmpty()) {
            notes.add(new Step.Compare(path));
        } else if (sha.equals(mine.sha())) {
            notes.add(new Step.Agree(path));
        } else {
            changes.add(new Step.SetAside(path));
        }
    }
}
