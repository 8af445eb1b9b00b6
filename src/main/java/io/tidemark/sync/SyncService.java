package io.tidemark.sync;

import io.tidemark.journal.SyncToken;
import io.tidemark.kernel.error.Conditions;
import io.tidemark.kernel.error.DavException;
import io.tidemark.target.FilesTarget;
import io.tidemark.target.Visibility;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;

/** Begins walks and takes them further. A walk holds neither a transaction nor a connection between two of its steps. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class SyncService {

    @Inject
    private CollectionTokens tokens;

    @Inject
    private PathInWorkspace paths;

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
    record Synchronisation(Walk walk, SyncToken end, boolean resumed) {}

    /**
     * Begins a report, or goes on with one.
     *
     * @throws DavException 403 {@code valid-sync-token} when the token is not one to go on from
     */
    public Synchronisation begin(FilesTarget collection, SyncRequest request) {
        // First the bound, then what is read: every change up to the bound is committed, and none will come later.
        SyncToken end = tokens.current(collection);
        if (request.token().isEmpty()) {
            return fresh(collection, request.level(), Resume.NOTHING, end);
        }
        if (!collection.isConfigured() && request.token().get().equals(end.toString())) {
            // Most reports ask while nothing is new: the token itself says all of it. That of a workspace does not say
            // where
            // its path led.
            Span none = new Span(request.level(), end.number(), end.number());
            return new Synchronisation(SyncWalk.ended(reader, none), end, false);
        }
        SyncToken token = tokens.recognise(request.token().get(), collection).orElseThrow(SyncService::invalid);
        if (collection.isConfigured()
                && visibility.hasChangedWithin(Set.copyOf(CollectionTokens.live(collection)), token.number())) {
            // No tree of a workspace knows alone what the rights on the others hid, or hide by now.
            throw invalid();
        }
        if (token.resume() == null) {
            boolean known = visibility.wasSeen(collection, token.number());
            return fresh(collection, request.level(), known ? token.number() : Resume.NOTHING, end);
        }
        // Half of an answer is good for the other half alone.
        Resume resume = Resume.parse(token.resume())
                .filter(half ->
                        half.level() == request.level() && token.collection().equals(tokens.id(collection)))
                .filter(half -> isKept(collection, half.since()))
                .orElseThrow(SyncService::invalid);
        Span span = new Span(resume.level(), resume.since(), token.number());
        return new Synchronisation(resume(span, collection, resume.positions()), token.complete(), true);
    }

    /** The next member URLs of a walk; see {@link Walk#next}. */
    public List<SyncItem> next(Walk walk, int limit) {
        return walk.next(limit);
    }

    /** Whether more has changed than a resumed walk reports: it ends where it was bound to when it began. */
    public boolean isOvertaken(FilesTarget collection, SyncToken end) {
        return tokens.current(collection).number() > end.number();
    }

    /** Whether the journal still has what a walk needed; one over no changes needed none of it. */
    public boolean isKept(FilesTarget collection, Walk walk) {
        return walk.span().isEmpty() || isKept(collection, walk.span().since());
    }

    /** A first walk needs no history. */
    private boolean isKept(FilesTarget collection, long since) {
        return since == Resume.NOTHING || tokens.isKept(collection, since);
    }

    private Synchronisation fresh(FilesTarget collection, SyncLevel level, long since, SyncToken end) {
        Span span = new Span(level, since, end.number());
        return new Synchronisation(begin(span, collection), end, false);
    }

    private Walk begin(Span span, FilesTarget collection) {
        return collection.isConfigured()
                ? WorkspaceWalk.begin(workspaces, span, asItIs(collection))
                : SyncWalk.begin(reader, span, collection);
    }

    private Walk resume(Span span, FilesTarget collection, List<Position> positions) {
        if (!collection.isConfigured()) {
            SyncWalk walk = SyncWalk.resume(reader, span, collection, positions);
            if (!visibility.hidden(walk.collections()).isEmpty()) {
                // It was in a collection that the caller may see no more.
                throw invalid();
            }
            return walk;
        }
        return WorkspaceWalk.resume(workspaces, span, asItIs(collection), positions);
    }

    /** A collection of a workspace after the bound was fixed: with all that it is made of up to the bound. */
    private FilesTarget asItIs(FilesTarget collection) {
        FilesTarget now = visibility.seen(paths.again(collection));
        if (!now.isCollection()) {
            throw DavException.notFound();
        }
        return now;
    }

    private static DavException invalid() {
        return DavException.of(403, Conditions.VALID_SYNC_TOKEN);
    }
}
