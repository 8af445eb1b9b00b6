package io.tidemark.guard;

import io.tidemark.kernel.error.Conditions;
import io.tidemark.kernel.error.DavException;
import io.tidemark.kernel.http.DavPath;
import io.tidemark.kernel.sql.Collision;
import io.tidemark.target.ConfiguredTarget;
import io.tidemark.target.ConfiguredTrees;
import io.tidemark.target.FilesTarget;
import io.tidemark.target.NamedTarget;
import io.tidemark.target.Nothing;
import io.tidemark.target.PathRepository;
import io.tidemark.target.Target;
import io.tidemark.target.Targets;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the claims of a write name: found, locked, and read as it is from then on. */
@ApplicationScoped
class ClaimedTargets {

    @Inject
    private Targets targets;

    @Inject
    private PathRepository paths;

    @Inject
    private ConfiguredTrees trees;

    /** Elsewhere than in the users' namespace, what is there takes few methods that write. */
    void requireAnswering(WriteIntent intent) {
        DavPath path = intent.path();
        if (FilesTarget.isAtName(path)) {
            return;
        }
        if (!targets.isWritable(path) && writes(intent)) {
            throw DavException.of(403, Conditions.READ_ONLY);
        }
        if (!intent.anywhere() && targets.of(path).isMapped()) {
            throw DavException.methodNotAllowed();
        }
    }

    private boolean writes(WriteIntent intent) {
        return !(targets.of(intent.path()) instanceof FilesTarget stored)
                || !intent.effects().apply(stored).isEmpty();
    }

    /** What a path names, which must be something that can be written. */
    FilesTarget resolve(WriteIntent intent) {
        Target target = intent.anywhere() || FilesTarget.isAtName(intent.path())
                ? targets.of(intent.path())
                : new Nothing(intent.path());
        if (target instanceof FilesTarget stored && (stored.isMapped() || stored.isAtName())) {
            return stored;
        }
        if (target.isMapped()) {
            throw DavException.methodNotAllowed();
        }
        // What is there, and only that, is changed elsewhere, too; nothing new is put there.
        boolean creates = !intent.effects()
                .apply(NamedTarget.missing(intent.path(), List.of()))
                .isEmpty();
        throw creates ? DavException.of(403, "Nothing can be written here.") : DavException.notFound();
    }

    /** What a workspace shows it has by itself before it changes there. */
    List<FilesTarget> prepared(List<WriteIntent> claims, List<FilesTarget> found) {
        List<FilesTarget> prepared = new ArrayList<>();
        for (int i = 0; i < claims.size(); i++) {
            FilesTarget target = found.get(i);
            boolean writes = target instanceof ConfiguredTarget
                    && !claims.get(i).effects().apply(target).isEmpty();
            prepared.add(writes ? prepare(target) : target);
        }
        return prepared;
    }

    FilesTarget prepare(FilesTarget target) {
        return target instanceof ConfiguredTarget in ? trees.prepare(in) : target;
    }

    FilesTarget complete(FilesTarget target) {
        return target instanceof ConfiguredTarget in && in.isMapped() ? trees.complete(in) : target;
    }

    /** Whoever needs a scope alone may have waited for somebody who moved it. */
    List<FilesTarget> confirm(List<WriteIntent> claims, List<FilesTarget> found) {
        List<FilesTarget> again = claims.stream().map(this::resolve).toList();
        for (int i = 0; i < found.size(); i++) {
            if (!again.get(i).lineage().equals(found.get(i).lineage())) {
                throw new Collision();
            }
        }
        return again;
    }

    List<FilesTarget> selected(List<WriteIntent> claims, List<FilesTarget> locked) {
        List<FilesTarget> selected = new ArrayList<>();
        for (int i = 0; i < claims.size(); i++) {
            selected.add(selected(claims.get(i), locked.get(i)));
        }
        return selected;
    }

    FilesTarget selected(WriteIntent intent, FilesTarget target) {
        return target.isMapped() ? (FilesTarget) targets.select(target, intent.headers()) : target;
    }

    /** Locks in the order of the rows' ids, whatever the order of the claims, so that two requests cannot deadlock. */
    List<FilesTarget> lock(List<FilesTarget> targets) {
        Map<FilesTarget, FilesTarget> locked = new HashMap<>();
        targets.stream()
                .sorted(Comparator.comparing(target -> target.memberId() == null ? 0L : target.memberId()))
                .forEach(target -> locked.computeIfAbsent(target, paths::lock));
        return targets.stream().map(locked::get).toList();
    }
}
