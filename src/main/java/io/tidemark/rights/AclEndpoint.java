package io.tidemark.rights;

import io.tidemark.guard.Preconditions;
import io.tidemark.kernel.http.DavRequest;
import io.tidemark.kernel.http.OwnOrigins;
import io.tidemark.kernel.http.method.ACL;
import io.tidemark.kernel.xml.XmlReader;
import io.tidemark.target.ConfiguredTarget;
import io.tidemark.target.DavMethod;
import io.tidemark.target.FilesTarget;
import io.tidemark.target.Target;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.List;

/** ACL: says who may do what in a collection and below it (RFC 3744, section 8.1). */
@Path("{path: .*}")
@ApplicationScoped
public class AclEndpoint implements DavMethod {

    @Inject
    private XmlReader xml;

    @Inject
    private OwnOrigins origins;

    @EJB
    private AclService service;

    @Override
    public boolean answers(Target target) {
        return target instanceof FilesTarget files && hasLists(files);
    }

    /** Whether a target can have a list: collections of the files can, and configurations as a whole. */
    static boolean hasLists(FilesTarget target) {
        return target.isCollection()
                && target.isAtName()
                && target.selection() == null
                && (!(target instanceof ConfiguredTarget) || target.isRoot());
    }

    /** Answers 200. */
    @ACL
    public Response acl(@Context HttpServletRequest servlet) {
        DavRequest request = DavRequest.of(servlet);
        List<Grant> grants = AclRequest.read(xml.read(request.body()), origins, request.host());
        Preconditions preconditions = Preconditions.of(request);
        service.set(request.path(), preconditions, grants);
        return Response.ok().build();
    }
}
