package io.tidemark.sync;

import io.tidemark.kernel.error.Conditions;
import io.tidemark.kernel.http.MultistatusResponse;
import io.tidemark.kernel.xml.MultistatusWriter;
import io.tidemark.kernel.xml.Rfc6578;
import io.tidemark.property.Properties;
import io.tidemark.property.PropertyAnswer;
import io.tidemark.property.PropertyContext;
import io.tidemark.target.FilesTarget;
import io.tidemark.target.Target;
import java.util.List;

/** Writes the answer to a report while its walk goes on, and the token last. */
final class SyncAnswer implements MultistatusResponse.Body {

    private static final int STEP = 1_000;

    private final FilesTarget collection;
    private final SyncRequest request;
    private final int limit;
    private final PropertyAnswer answer;
    private final SyncService service;
    private final Properties properties;
    private SyncService.Synchronisation synchronisation;
    private boolean nothingTold = true;

    SyncAnswer(
            FilesTarget collection,
            SyncRequest request,
            SyncService.Synchronisation synchronisation,
            int limit,
            PropertyAnswer answer,
            SyncService service,
            Properties properties) {
        this.collection = collection;
        this.request = request;
        this.synchronisation = synchronisation;
        this.limit = limit;
        this.answer = answer;
        this.service = service;
        this.properties = properties;
    }

    @Override
    public void write(MultistatusWriter multistatus) {
        boolean full = walk(multistatus);
        if (nothingTold && synchronisation.resumed() && isComplete()) {
            // Others have written between two pages, and what was left to tell is the next report's: so that comes now.
            // A client may take a page of nothing for the end.
            service.goOn(collection, request, synchronisation.end()).ifPresent(next -> synchronisation = next);
            full = walk(multistatus);
        }
        end(synchronisation.walk(), full, multistatus);
    }

    /** Tells all that the walk comes to, or as much as the limit lets through; says whether the limit is reached. */
    private boolean walk(MultistatusWriter multistatus) {
        int left = limit;
        List<SyncItem> items = service.next(synchronisation.walk(), Math.min(STEP, left));
        while (!items.isEmpty()) {
            nothingTold = false;
            write(items, multistatus);
            left -= items.size();
            if (left == 0 || answer.isFull(multistatus)) {
                return true;
            }
            items = service.next(synchronisation.walk(), Math.min(STEP, left));
        }
        return false;
    }

    /** Whether the walk has missed nothing. */
    private boolean isComplete() {
        return !synchronisation.walk().isBroken() && service.isKept(collection, synchronisation.walk());
    }

    private void write(List<SyncItem> items, MultistatusWriter multistatus) {
        PropertyContext context = properties.context(items.stream()
                .<Target>map(SyncItem::target)
                .filter(Target::isMapped)
                .toList());
        for (SyncItem item : items) {
            if (item.boundary()) {
                multistatus.response(item.target().href(), 403, Conditions.SYNC_TRAVERSAL_SUPPORTED);
            } else if (item.target().isMapped()) {
                answer.write(item.target(), context, multistatus, null);
            } else {
                multistatus.response(item.target().href(), 404, null);
            }
        }
    }

    /** The token, and before it, if this was not all, the 507 that says so (RFC 6578, section 3.6). */
    private void end(TreeWalk<?, ?> walk, boolean full, MultistatusWriter multistatus) {
        if (walk.isBroken()) {
            multistatus.response(collection.href(), 507, Conditions.NUMBER_OF_MATCHES_WITHIN_LIMITS);
            multistatus
                    .xml()
                    .element(
                            Rfc6578.SYNC_TOKEN,
                            synchronisation.end().resumingAt(Resume.REFUSED).toString());
            return;
        }
        Resume position = walk.position();
        // Has the history been forgotten meanwhile, the walk may have missed some of it: going on is then refused.
        boolean cut =
                (full && !service.next(walk, 1).isEmpty()) || walk.isBroken() || !service.isKept(collection, walk);
        boolean more = cut || (synchronisation.resumed() && service.isOvertaken(collection, synchronisation.end()));
        if (more) {
            multistatus.response(collection.href(), 507, Conditions.NUMBER_OF_MATCHES_WITHIN_LIMITS);
        }
        String token = cut
                ? synchronisation.end().resumingAt(position.toString()).toString()
                : synchronisation.end().toString();
        multistatus.xml().element(Rfc6578.SYNC_TOKEN, token);
    }
}
