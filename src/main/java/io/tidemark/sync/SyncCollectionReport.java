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
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
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
            return answered(fixed.answer(target, asked, minimal), minimal);
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
                minimal);
    }

    private static Response answered(MultistatusResponse.Body body, boolean minimal) {
        Response.ResponseBuilder response = MultistatusResponse.of(body);
        if (minimal) {
            response.header("Preference-Applied", Prefer.MINIMAL);
        }
        return response.build();
    }
}
