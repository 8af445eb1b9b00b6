package io.tidemark.version.lineage;

import io.tidemark.kernel.http.DavRequest;
import io.tidemark.kernel.http.MultistatusResponse;
import io.tidemark.kernel.http.Prefer;
import io.tidemark.kernel.http.RevisionId;
import io.tidemark.kernel.xml.XmlElement;
import io.tidemark.property.Properties;
import io.tidemark.report.Report;
import io.tidemark.target.FilesTarget;
import io.tidemark.target.Target;
import io.tidemark.target.Visibility;
import io.tidemark.version.RevisionDetailsRepository;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/** A report whose items are revisions. It is written while it is read. */
abstract class RevisionReport implements Report {

    @Inject
    private Visibility visibility;

    @Inject
    private Properties properties;

    @Inject
    private RevisionDetailsRepository details;

    /** Adds the revisions. */
    abstract void write(FilesTarget target, LineageRequest asked, RevisionItems items);

    @Override
    public boolean isInPropfind() {
        return true;
    }

    @Override
    public boolean isSupportedOn(Target target) {
        return isVersioned(target);
    }

    static boolean isVersioned(Target target) {
        return target.isMapped() && target.isVersioned();
    }

    /** The {@code Preference-Applied} of the answer; null for no preference. */
    static @Nullable String applied(boolean minimal) {
        return minimal ? Prefer.MINIMAL : null;
    }

    @Override
    public Response answer(Target target, XmlElement body, DavRequest request) {
        LineageRequest asked = LineageRequest.parse(body, request);
        boolean minimal = request.prefer().minimal();
        Response.ResponseBuilder response = MultistatusResponse.of(multistatus -> {
            RevisionItems items =
                    new RevisionItems(multistatus, asked.properties(), minimal, properties, details, visibility);
            write((FilesTarget) target, asked, items);
            items.write();
        });
        return response.header("Preference-Applied", applied(minimal))
                .header(RevisionId.HEADER, RevisionId.header(target.mapped().shownRevision()))
                .build();
    }
}
