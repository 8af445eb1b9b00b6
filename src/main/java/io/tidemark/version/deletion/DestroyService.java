package io.tidemark.version.deletion;

import io.tidemark.access.Roles;
import io.tidemark.guard.Admission;
import io.tidemark.guard.Preconditions;
import io.tidemark.guard.Write;
import io.tidemark.guard.WriteGate;
import io.tidemark.guard.WriteIntent;
import io.tidemark.kernel.caller.Caller;
import io.tidemark.kernel.error.Conditions;
import io.tidemark.kernel.error.DavException;
import io.tidemark.kernel.http.DavPath;
import io.tidemark.kernel.memory.Pages;
import io.tidemark.kernel.sql.Collision;
import io.tidemark.namespace.Ancestors;
import io.tidemark.namespace.CheckoutRepository;
import io.tidemark.namespace.Destruction;
import io.tidemark.namespace.HoldRepository;
import io.tidemark.namespace.MemberRepository;
import io.tidemark.namespace.MemberView;
import io.tidemark.namespace.ResourceView;
import io.tidemark.namespace.RevisionHolder;
import io.tidemark.target.FilesTarget;
import io.tidemark.target.RevisionViewRepository;
import io.tidemark.target.Target;
import io.tidemark.target.Targets;
import io.tidemark.target.Tombstone;
import io.tidemark.target.Tombstones;
import io.tidemark.target.WorkingTarget;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Destroys deleted resources, each with all that went with it, in one transaction. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class DestroyService {

    private static final int PAGE = 500;

    @Inject
    private Admission admission;

    @Inject
    private Targets targets;

    @Inject
    private Tombstones tombstones;

    @Inject
    private Ancestors ancestors;

    @Inject
    private RevisionViewRepository views;

    @Inject
    private MemberRepository members;

    @Inject
    private CheckoutRepository checkouts;

    @Inject
    private Destruction destruction;

    @Inject
    private HoldRepository holds;

    @Inject
    @Any
    private Instance<RevisionHolder> holders;

    @Inject
    private Caller caller;

    /**
     * Destroys what a URL names: that of a revision, or the one that a deleted resource had. A collection goes with all that
     * was in it when it was deleted, and is nowhere else.
     *
     * @param override whether an administrator wants it although somebody else works on it, whose work goes with it
     * @throws DavException 404 when nothing was deleted there; 409 {@code not-deleted}, {@code not-versioned}, {@code held},
     *     {@code revision-not-held} or {@code checked-out-by-others}; 403 {@code owner-or-administrator}
     */
    @Write
    public void destroy(DavPath path, Preconditions preconditions, boolean override) {
        ResourceView found = named(targets.of(path));
        WriteIntent intent = WriteIntent.read(path).wherever();
        Set<UUID> alone = found.collection() ? Set.of(WriteGate.TOPOLOGY) : Set.of();
        FilesTarget admitted =
                admission.admit(preconditions, alone, List.of(intent)).get(0);
        if (!named(admitted).id().equals(found.id())) {
            throw new Collision();
        }
        ResourceView resource = views.locked(found.id()).orElseThrow(Collision::new);
        if (!resource.versioning().enabled()) {
            throw DavException.of(409, Conditions.NOT_VERSIONED);
        }
        if (ancestors.isInFiles(resource.id())) {
            throw DavException.of(409, Conditions.NOT_DELETED);
        }
        if (ancestors.way(resource.id()).filter(way -> !way.names().isEmpty()).isPresent()) {
            // A workspace has it for a member, whose revision must stay.
            throw DavException.of(409, Conditions.REVISION_NOT_HELD);
        }
        boolean discards = override && caller.isIn(Roles.ADMIN);
        destroy(resource, discards);
        if (resource.collection()) {
            destroyBelow(resource.id(), discards);
        }
        destruction.purge(resource.id(), resource.collection());
    }

    private ResourceView named(Target target) {
        if (!(target instanceof FilesTarget files) || files instanceof WorkingTarget) {
            throw target.isMapped() ? DavException.methodNotAllowed() : DavException.notFound();
        }
        if (files.isAtName() && files.isRoot()) {
            throw DavException.methodNotAllowed();
        }
        if (files.isAtName() && files.isMapped()) {
            throw DavException.of(409, Conditions.NOT_DELETED);
        }
        return files.isAtName()
                ? tombstones.at(files).map(Tombstone::resource).orElseThrow(DavException::notFound)
                : files.mapped();
    }

    /** Collections may be shared: what is in several goes with the last of them. */
    private void destroyBelow(UUID root, boolean discards) {
        Set<UUID> doomed = new HashSet<>(Set.of(root));
        Deque<UUID> pending = new ArrayDeque<>(doomed);
        while (!pending.isEmpty()) {
            UUID collection = pending.pop();
            for (List<MemberView> page : Pages.<MemberView>of(
                    PAGE, last -> members.list(collection, last == null ? "" : last.name(), PAGE))) {
                for (MemberView member : page) {
                    UUID id = member.resource().id();
                    boolean last = members.mappingsOf(id).stream()
                            .allMatch(mapping -> doomed.contains(mapping.collectionId()));
                    if (last) {
                        destroy(views.locked(id).orElseThrow(Collision::new), discards);
                    }
                    if (last && member.resource().collection() && doomed.add(id)) {
                        pending.push(id);
                    }
                }
            }
        }
    }

    private void destroy(ResourceView resource, boolean discards) {
        if (!caller.isIn(Roles.ADMIN) && !resource.owner().equals(caller.name())) {
            throw DavException.of(403, Conditions.OWNER_OR_ADMINISTRATOR);
        }
        if (holds.isHeld(resource.id())) {
            throw DavException.of(409, Conditions.HELD);
        }
        if (holders.stream().anyMatch(holder -> holder.preventsDestruction(resource.id()))) {
            throw DavException.of(409, Conditions.REVISION_NOT_HELD);
        }
        if (!discards && checkouts.isHeldByOthers(resource.id(), caller.name())) {
            throw DavException.of(409, Conditions.CHECKED_OUT_BY_OTHERS);
        }
        destruction.eraseHistory(resource.id());
    }
}
