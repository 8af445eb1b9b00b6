package io.tidemark.version;

import io.tidemark.guard.Admission;
import io.tidemark.guard.Effect;
import io.tidemark.guard.Preconditions;
import io.tidemark.guard.WriteIntent;
import io.tidemark.kernel.error.Conditions;
import io.tidemark.kernel.error.DavException;
import io.tidemark.kernel.error.DavException.MemberFailure;
import io.tidemark.kernel.http.DavPath;
import io.tidemark.kernel.http.Depth;
import io.tidemark.kernel.sql.Collision;
import io.tidemark.target.FilesTarget;
import io.tidemark.target.Target;
import io.tidemark.target.Targets;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * A collection with its members, for a method of RFC 3253 that has a {@code Depth} (sections 7.1 and 8.2). All that is under
 * version control is written, or nothing is.
 */
@ApplicationScoped
class VersionedTree {

    private static final int PAGE = 500;

    @Inject
    private Admission admission;

    @Inject
    private Targets targets;

    @Inject
    @ConfigProperty(name = "tidemark.propfind.max-infinite", defaultValue = "20000")
    private int maxMembers;

    /** Whether a request with a depth is about more than what its URL names. */
    boolean isMeant(DavPath path, Depth depth) {
        return depth != Depth.ZERO
                && targets.of(path) instanceof FilesTarget target
                && target.isAtName()
                && target.isCollection();
    }

    /**
     * Writes the collection at a path, and its members as deep as the request says, as far as they are under version control.
     * Nobody else writes below the collection meanwhile.
     *
     * @param write writes one of them, or refuses
     * @throws DavException 207 with each that was refused, 507 {@code too-many-members}
     */
    void write(DavPath path, Depth depth, Preconditions preconditions, Consumer<FilesTarget> write) {
        FilesTarget found = (FilesTarget) targets.of(path);
        FilesTarget root = admission
                .admit(preconditions, Set.of(found.mapped().id()), List.of(WriteIntent.modify(path)))
                .get(0);
        if (!root.isCollection()) {
            throw new Collision();
        }
        if (depth == Depth.INFINITY && targets.countBelow(root, maxMembers) > maxMembers) {
            throw DavException.of(507, Conditions.TOO_MANY_MEMBERS);
        }
        List<MemberFailure> refused = new ArrayList<>();
        if (root.mapped().versioning().enabled()) {
            attempt(root, refused, write);
        }
        members(root, depth, refused, member -> {
            admission.protect(member, Effect.MODIFY, preconditions.submittedTokens());
            write.accept(member);
        });
        if (!refused.isEmpty()) {
            throw DavException.multistatus(refused);
        }
    }

    private void members(FilesTarget root, Depth depth, List<MemberFailure> refused, Consumer<FilesTarget> write) {
        int seen = 0;
        Deque<Target> pending = new ArrayDeque<>(List.of(root));
        while (!pending.isEmpty()) {
            Target collection = pending.pop();
            List<Target> page = targets.members(collection, "", PAGE);
            while (!page.isEmpty()) {
                seen += page.size();
                if (seen > maxMembers) {
                    throw DavException.of(507, Conditions.TOO_MANY_MEMBERS);
                }
                List<FilesTarget> versioned = page.stream()
                        .map(FilesTarget.class::cast)
                        .filter(member -> member.mapped().versioning().enabled())
                        .toList();
                admission.admitBelow(root, versioned).forEach(member -> attempt(member, refused, write));
                if (depth == Depth.INFINITY) {
                    page.stream().filter(Target::isCollection).forEach(pending::push);
                }
                String last = page.get(page.size() - 1).path().name();
                page = page.size() < PAGE ? List.of() : targets.members(collection, last, PAGE);
            }
        }
    }

    private static void attempt(FilesTarget target, List<MemberFailure> refused, Consumer<FilesTarget> write) {
        try {
            write.accept(target);
        } catch (DavException refusal) {
            refused.add(new MemberFailure(target.href(), refusal.status(), refusal.condition()));
        }
    }
}
