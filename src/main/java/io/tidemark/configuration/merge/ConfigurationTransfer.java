package io.tidemark.configuration.merge;

import io.tidemark.configuration.inheritance.ResolutionQueue;
import io.tidemark.files.Transfer;
import io.tidemark.guard.Preconditions;
import io.tidemark.kernel.error.Conditions;
import io.tidemark.kernel.error.DavException;
import io.tidemark.kernel.http.DavRequest;
import io.tidemark.kernel.http.MultistatusResponse;
import io.tidemark.kernel.http.OwnOrigins;
import io.tidemark.kernel.http.RevisionId;
import io.tidemark.target.Targets;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;

/** COPY with {@code Target-Configuration} (protocol, section 5.3). */
@ApplicationScoped
public class ConfigurationTransfer implements Transfer {

    @Inject
    private OwnOrigins origins;

    @Inject
    private Targets targets;

    @Inject
    private ResolutionQueue queue;

    @EJB
    private TransferService service;

    /** Answers 201, or 204 when the resource was there; 409 for a file that conflicts, and 207 for those of a collection. */
    @Override
    public Response copy(DavRequest request) {
        TransferRequest asked = TransferRequest.parse(request, origins);
        boolean collection = targets.existing(asked.source()).isCollection();
        Transferred done = service.copy(asked, Preconditions.of(request));
        if (done.conflicts() == 0) {
            return Response.status(done.created() ? 201 : 204)
                    .header(RevisionId.HEADER, RevisionId.header(done.revision()))
                    .build();
        }
        if (!collection) {
            throw DavException.of(409, Conditions.CONFIGURATION_CONFLICT);
        }
        return MultistatusResponse.of(multistatus -> queue.read(
                        asked.target(),
                        done.at(),
                        item -> multistatus.response(item.path(), 409, Conditions.CONFIGURATION_CONFLICT)))
                .build();
    }
}
