package io.tidemark.replica;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Where on each side the things are that both had: by {@code resource-id} there; here by what the file system identifies a file
 * by, and by content. Something that has two names on a side is nowhere but where it was.
 */
final class Places {

    private final Tree<Agreed> base;
    private final Tree<Local> here;
    private final Tree<Listed> there;
    private final Map<String, Agreed> baseById;
    private final Map<String, Agreed> baseByKey;
    private final Map<String, Listed> thereById;
    private final Map<String, Local> hereByKey;
    private final Map<String, Local> newBySha;
    private final Map<String, Agreed> missingBySha;

    Places(Tree<Agreed> base, Tree<Local> here, Tree<Listed> there) {
        this.base = base;
        this.here = here;
        this.there = there;
        baseById = unique(base.all(), Agreed::id);
        baseByKey = unique(base.all(), item -> item.stamp().key());
        thereById = unique(there.all(), Listed::id);
        hereByKey = unique(here.all(), item -> item.stamp().key());
        newBySha = unique(here.all(), item -> base.has(item.path()) ? "" : item.sha());
        missingBySha = unique(base.all(), item -> here.has(item.path()) ? "" : item.sha());
    }

    private static <T> Map<String, T> unique(Collection<T> items, Function<T, String> name) {
        Map<String, T> found = new HashMap<>();
        Set<String> several = new HashSet<>();
        for (T item : items) {
            String key = name.apply(item);
            if (!key.isEmpty() && found.put(key, item) != null) {
                several.add(key);
            }
        }
        found.keySet().removeAll(several);
        return found;
    }

    /** Where here is what both had; empty when it is not here any more. */
    Optional<String> here(Agreed was) {
        Local now = here.get(was.path());
        if (now != null && now.folder() == was.folder() && !isOthers(now, was)) {
            return Optional.of(was.path());
        }
        Local found = hereByKey.get(was.stamp().key());
        if (found != null && isSame(was, found) && isFreed(found.path())) {
            return Optional.of(found.path());
        }
        // Copied and deleted, or on a file system that identifies nothing.
        Local copy = newBySha.get(was.sha());
        return copy != null && was.stamp().size() > 0 && was.equals(missingBySha.get(was.sha()))
                ? Optional.of(copy.path())
                : Optional.empty();
    }

    /** Whether what is at a path is what was at another one: an editor that saves by renaming brings what was nowhere. */
    private boolean isOthers(Local now, Agreed was) {
        String key = now.stamp().key();
        Agreed owner = baseByKey.get(key);
        return !key.equals(was.stamp().key())
                && owner != null
                && !owner.path().equals(was.path())
                && isSame(owner, now);
    }

    /** Whether the file system has not just given the identity of what is gone to something new. */
    private boolean isSame(Agreed was, Local now) {
        if (was.folder() != now.folder()) {
            return false;
        }
        return was.folder() ? isKin(was.path(), now.path()) : was.sha().equals(now.sha());
    }

    private boolean isKin(String was, String now) {
        Collection<Agreed> members = base.below(was);
        if (members.isEmpty()) {
            return here.below(now).isEmpty();
        }
        for (Agreed member : members) {
            Local same = here.get(now + member.path().substring(was.length()));
            if (same != null && same.folder() == member.folder()) {
                return true;
            }
        }
        return false;
    }

    /** Whether what had a path has another one now. A move onto something else is a new content of that. */
    private boolean isFreed(String path) {
        Agreed other = base.get(path);
        if (other == null) {
            return true;
        }
        Local elsewhere = hereByKey.get(other.stamp().key());
        return elsewhere != null && !elsewhere.path().equals(path) && isSame(other, elsewhere);
    }

    /** Where there is what both had; empty when it is not there any more. */
    Optional<String> there(Agreed was) {
        Listed now = there.get(was.path());
        if (now != null && now.folder() == was.folder() && !isOthers(now, was)) {
            return Optional.of(was.path());
        }
        Listed found = thereById.get(was.id());
        if (found == null || found.folder() != was.folder()) {
            return Optional.empty();
        }
        Agreed other = base.get(found.path());
        @Nullable Listed elsewhere = other == null ? null : thereById.get(other.id());
        boolean freed = other == null || (elsewhere != null && !elsewhere.path().equals(found.path()));
        return freed ? Optional.of(found.path()) : Optional.empty();
    }

    private boolean isOthers(Listed now, Agreed was) {
        if (was.id().isEmpty() || now.id().isEmpty() || now.id().equals(was.id())) {
            return false;
        }
        Agreed owner = baseById.get(now.id());
        // Where it is elsewhere now, something new has taken its name.
        return (owner != null && !owner.path().equals(was.path())) || isElsewhere(was);
    }

    private boolean isElsewhere(Agreed was) {
        Listed found = thereById.get(was.id());
        return found != null && found.folder() == was.folder();
    }
}
