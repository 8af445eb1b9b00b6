package io.tidemark.sync;

import io.tidemark.kernel.http.DavRequest;
import io.tidemark.kernel.http.MultistatusResponse;
import io.tidemark.kernel.http.Prefer;
import io.tidemark.kernel.xml.Rfc6578;
import io.tidemark.kernel.xml.XmlElement;
import io.tidemark.property.Properties;
import io.tidemark.report.Report;
import io.tidemark.target.FilesTarget;
import io.tidemark.target.Target;
import io.tidemark.waiting.Wait;
import io.tidemark.waiting.WaitingRequests;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.namespace.QName;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** {@code DAV:sync-collection} on what users store (RFC 6578, section 3). */
@ApplicationScoped
public class SyncCollectionReport implements Report {

    @EJB
    private SyncService service;

    @Inject
    private FixedSync fixed;

    @Inject
    private Properties properties;

    @Inject
    private WaitingRequests waiting;

    @Inject
    @ConfigProperty(name = "tidemark.sync.max-results", defaultValue = "250000")
    private int maxResults;

    @Override
    public QName name() {
        return Rfc6578.SYNC_COLLECTION;
    }

    @Override
    public boolean isSupportedOn(Target target) {
        return isRecorded(target) || fixed.isSupportedOn(target);
    }

    /** Whether the journal knows what changes in a collection. */
    static boolean isRecorded(Target target) {
        return target instanceof FilesTarget files
                && files.isCollection()
                && !files.isSelected()
                && FixedSync.SYNCHRONISED.contains(files.path().subtree());
    }

    @Override
    public Response answer(Target target, XmlElement body, DavRequest request) {
        SyncRequest asked = SyncRequest.parse(body, request);
        boolean minimal = request.prefer().minimal();
        if (!(target instanceof FilesTarget collection)) {
            return answered(fixed.answer(target, asked, minimal), minimal ? Stream.of(Prefer.MINIMAL) : Stream.empty());
        }
        Optional<Wait> wait = asked.token().flatMap(token -> waiting.preferred(request.prefer(), body));
        if (wait.isPresent()) {
            Optional<Response> parked = park(collection, asked, wait.get());
            if (parked.isPresent()) {
                return parked.get();
            }
        }
        int limit = Math.min(asked.limit().orElse(maxResults), maxResults);
        SyncService.Synchronisation synchronisation = service.begin(collection, asked);
        return answered(
                new SyncAnswer(
                        collection,
                        asked,
                        synchronisation,
                        limit,
                        properties.answer(asked.properties(), minimal),
                        service,
                        properties),
                Stream.concat(
                        minimal ? Stream.of(Prefer.MINIMAL) : Stream.empty(),
                        wait.stream().map(applied -> "wait=" + applied.seconds())));
    }

    /** The answer to a request that is going to wait, which nobody gets; empty where there is something to say now. */
    private Optional<Response> park(FilesTarget collection, SyncRequest asked, Wait wait) {
        if (waiting.isOver(wait)) {
            return Optional.empty();
        }
        return service.idle(collection, asked)
                .filter(watch -> waiting.park(wait, watch))
                .map(watch -> Response.noContent().build());
    }

    private static Response answered(MultistatusResponse.Body body, Stream<String> applied) {
        String honoured = applied.collect(Collectors.joining(", "));
        return MultistatusResponse.of(body)
                .header("Preference-Applied", honoured.isEmpty() ? null : honoured)
                .build();
    }
}
