package io.tidemark.version;

import io.tidemark.guard.Preconditions;
import io.tidemark.kernel.error.DavException;
import io.tidemark.kernel.http.DavPath;
import io.tidemark.kernel.http.DavRequest;
import io.tidemark.kernel.http.Depth;
import io.tidemark.kernel.http.MultistatusResponse;
import io.tidemark.kernel.http.OwnOrigins;
import io.tidemark.kernel.http.RevisionId;
import io.tidemark.kernel.http.VersionHeaders;
import io.tidemark.kernel.http.method.UPDATE;
import io.tidemark.kernel.xml.MultistatusWriter;
import io.tidemark.kernel.xml.XmlReader;
import io.tidemark.property.Properties;
import io.tidemark.property.PropertyAnswer;
import io.tidemark.property.PropertyContext;
import io.tidemark.property.PropertyRequest;
import io.tidemark.target.DavMethod;
import io.tidemark.target.FilesTarget;
import io.tidemark.target.Target;
import io.tidemark.target.Targets;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.List;

/** UPDATE: lets a URL show another revision of its resource, as SETDEFAULT does (RFC 3253, section 7.1). */
@Path("{path: .*}")
@ApplicationScoped
public class UpdateEndpoint implements DavMethod {

    private static final int PAGE = 500;

    @Inject
    private XmlReader xml;

    @Inject
    private OwnOrigins origins;

    @Inject
    private Targets targets;

    @Inject
    private Properties properties;

    @Inject
    private VersionedTree tree;

    @EJB
    private UpdateService service;

    @Override
    public boolean answers(Target target) {
        return target instanceof FilesTarget files
                && files.isAtName()
                && files.isMapped()
                && (files.isCollection() || files.mapped().versioning().enabled());
    }

    /** Answers 207 with what was updated, or with what was refused below a collection, where nothing is changed. */
    @UPDATE
    public Response update(@Context HttpServletRequest servlet) {
        DavRequest request = DavRequest.of(servlet);
        Depth depth = request.depth(Depth.ZERO);
        UpdateRequest wanted = UpdateRequest.parse(xml.read(request.body()), request, origins);
        if (!VersionHeaders.ofWrite(request).isNone()) {
            throw DavException.badRequest("The body names the revision that is to be shown.");
        }
        Preconditions preconditions = Preconditions.of(request);
        if (tree.isMeant(request.path(), depth)) {
            if (wanted.version().isPresent()) {
                throw DavException.badRequest("A version is one resource's: the Depth is 0.");
            }
            return answer(service.updateTree(request.path(), depth, preconditions, wanted), wanted, request)
                    .build();
        }
        int number = service.update(request.path(), preconditions, wanted);
        return answer(List.of(request.path()), wanted, request)
                .header(RevisionId.HEADER, RevisionId.of(number))
                .build();
    }

    private Response.ResponseBuilder answer(List<DavPath> updated, UpdateRequest wanted, DavRequest request) {
        boolean minimal = request.prefer().minimal();
        return MultistatusResponse.of(multistatus -> {
                    if (wanted.asked().isPresent()) {
                        write(updated, wanted.asked().get(), minimal, multistatus);
                    } else {
                        updated.forEach(path -> multistatus.response(path.href(), 200, null));
                    }
                })
                .header("Cache-Control", "no-cache");
    }

    private void write(List<DavPath> updated, PropertyRequest asked, boolean minimal, MultistatusWriter multistatus) {
        PropertyAnswer answer = properties.answer(asked, minimal);
        for (int from = 0; from < updated.size(); from += PAGE) {
            // What somebody has taken away since is not told of.
            List<Target> page = updated.subList(from, Math.min(from + PAGE, updated.size())).stream()
                    .map(targets::of)
                    .filter(Target::isMapped)
                    .toList();
            PropertyContext context = properties.context(page);
            page.forEach(target -> answer.write(target, context, multistatus));
        }
    }
}
