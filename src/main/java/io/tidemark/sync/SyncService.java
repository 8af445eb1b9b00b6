package io.tidemark.sync;

import io.tidemark.journal.Sequencer;
import io.tidemark.journal.SyncToken;
import io.tidemark.kernel.error.Conditions;
import io.tidemark.kernel.error.DavException;
import io.tidemark.sync.CollectionTokens.Beginning;
import io.tidemark.sync.CollectionTokens.Present;
import io.tidemark.target.ConfiguredTarget;
import io.tidemark.target.FilesTarget;
import io.tidemark.target.Visibility;
import io.tidemark.waiting.Watch;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Begins walks and takes them further. A walk holds neither a transaction nor a connection between two of its steps. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class SyncService {

    @Inject
    private CollectionTokens tokens;

    @Inject
    private CollectionWatches watches;

    @EJB
    private Sequencer sequencer;

    @Inject
    private WalkReader reader;

    @Inject
    private WorkspaceReader workspaces;

    @Inject
    private Visibility visibility;

    /**
     * A report under way.
     *
     * @param end the token that stands for everything that the walk reports
     * @param resumed whether an earlier answer was truncated and this one goes on with it
     */
    record Synchronisation(TreeWalk<?, ?> walk, SyncToken end, boolean resumed) {}

    /**
     * Begins a report, or goes on with one.
     *
     * @throws DavException 403 {@code valid-sync-token} when the token is not one to go on from
     */
    public Synchronisation begin(FilesTarget collection, SyncRequest request) {
        Beginning beginning = tokens.begin(collection);
        SyncToken end = beginning.end();
        if (request.token().isEmpty()) {
            return fresh(beginning, request.level(), Resume.NOTHING);
        }
        if (!(collection instanceof ConfiguredTarget) && request.token().get().equals(end.toString())) {
            // Most reports ask while nothing is new: the token itself says all of it. That of a workspace does not
            // say where its path led.
            Span none = new Span(request.level(), end.number(), end.number());
            return new Synchronisation(SyncWalk.ended(reader, none), end, false);
        }
        SyncToken token =
                tokens.recognise(request.token().get(), beginning.present()).orElseThrow(SyncService::invalid);
        if (collection instanceof ConfiguredTarget
                && visibility.hasChangedWithin(Set.copyOf(CollectionTokens.live(collection)), token.number())) {
            // No tree of a workspace knows alone what the rights on the others hid, or hide by now.
            throw invalid();
        }
        if (!FilesTarget.isAtName(collection.path()) && visibility.hasChanged(token.number())) {
            // Revisions in checkin sets have their rights from elsewhere.
            throw invalid();
        }
        if (token.resume() == null) {
            boolean known = visibility.wasSeen(collection, token.number());
            return fresh(beginning, request.level(), known ? token.number() : Resume.NOTHING);
        }
        // Half of an answer is good for the other half alone.
        Resume resume = Resume.parse(token.resume())
                .filter(half ->
                        half.level() == request.level() && token.collection().equals(end.collection()))
                .filter(half -> isKept(collection, half.since()))
                .orElseThrow(SyncService::invalid);
        Span span = new Span(resume.level(), resume.since(), token.number());
        return new Synchronisation(
                resume(span, shown(beginning.present()), resume.positions()), token.complete(), true);
    }

    /**
     * Where it would show that a report has something to say which would say nothing now.
     *
     * @return empty when it has something to say: about a member that is in scope, or about the collection itself
     * @throws DavException as {@link #begin}
     */
    public Optional<Watch> idle(FilesTarget collection, SyncRequest request) {
        long known = sequencer.sequence();
        Synchronisation begun = begin(collection, request);
        Span span = begun.walk().span();
        boolean idle = !begun.resumed()
                && (span.isEmpty()
                        || (begun.walk().next(1).isEmpty()
                                && !begun.walk().isBroken()
                                && !watches.hasChangedItself(collection, span.since())));
        return idle ? Optional.of(watches.of(collection, known)) : Optional.empty();
    }

    /**
     * Begins a further report where one has ended, for what others have written meanwhile.
     *
     * @param end the token that the ended report has
     * @return empty when that is no token to go on from any more, which the client's next request will be told
     */
    public Optional<Synchronisation> goOn(FilesTarget collection, SyncRequest ended, SyncToken end) {
        try {
            return Optional.of(begin(collection, ended.from(end)));
        } catch (DavException refused) {
            return Optional.empty();
        }
    }

    /** The next member URLs of a walk; see {@link TreeWalk#next}. */
    public List<SyncItem> next(TreeWalk<?, ?> walk, int limit) {
        return walk.next(limit);
    }

    /** Whether more has changed than a resumed walk reports: it ends where it was bound to when it began. */
    public boolean isOvertaken(FilesTarget collection, SyncToken end) {
        return tokens.number(collection) > end.number();
    }

    /** Whether the journal still has what a walk needed; one over no changes needed none of it. */
    public boolean isKept(FilesTarget collection, TreeWalk<?, ?> walk) {
        return walk.span().isEmpty() || isKept(collection, walk.span().since());
    }

    /** A first walk needs no history. */
    private boolean isKept(FilesTarget collection, long since) {
        return since == Resume.NOTHING || tokens.isKept(collection, since);
    }

    private Synchronisation fresh(Beginning beginning, SyncLevel level, long since) {
        Span span = new Span(level, since, beginning.end().number());
        FilesTarget collection = shown(beginning.present());
        TreeWalk<?, ?> walk = collection instanceof ConfiguredTarget in
                ? WorkspaceWalk.begin(workspaces, span, in)
                : SyncWalk.begin(reader, span, collection);
        return new Synchronisation(walk, beginning.end(), false);
    }

    private TreeWalk<?, ?> resume(Span span, FilesTarget collection, List<Position> positions) {
        if (collection instanceof ConfiguredTarget in) {
            return WorkspaceWalk.resume(workspaces, span, in, positions);
        }
        SyncWalk walk = SyncWalk.resume(reader, span, collection, positions);
        if (!visibility.hidden(walk.collections()).isEmpty()) {
            // It was in a collection that the caller may see no more.
            throw invalid();
        }
        return walk;
    }

    /** A collection of a workspace is what it is after the bound was fixed: with all that it is made of up to the bound. */
    private FilesTarget shown(Present present) {
        if (!(present.asked() instanceof ConfiguredTarget)) {
            return present.asked();
        }
        FilesTarget collection = present.collection();
        if (!collection.isCollection()
                || !visibility.seen(collection, collection.path()).isMapped()) {
            throw DavException.notFound();
        }
        return collection;
    }

    private static DavException invalid() {
        return DavException.of(403, Conditions.VALID_SYNC_TOKEN);
    }
}
