package io.tidemark.lock;

import io.tidemark.content.Receiver;
import io.tidemark.content.StagedBody;
import io.tidemark.guard.Preconditions;
import io.tidemark.kernel.http.ContentType;
import io.tidemark.kernel.http.DavRequest;
import io.tidemark.kernel.http.Timeout;
import io.tidemark.kernel.http.method.LOCK;
import io.tidemark.kernel.xml.XmlElement;
import io.tidemark.kernel.xml.XmlReader;
import io.tidemark.target.DavMethod;
import io.tidemark.target.Target;
import io.tidemark.target.WorkingTarget;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;

/** LOCK (RFC 4918, section 9.10): takes a lock, or with an empty body gives one more time. */
@Path("{path: .*}")
@ApplicationScoped
public class LockEndpoint implements DavMethod {

    @Inject
    private XmlReader xml;

    @Inject
    private Receiver receiver;

    @EJB
    private LockService service;

    @Override
    public boolean answers(Target target) {
        return isLockable(target);
    }

    /** Whether it is in the users' namespace, be something mapped there or not, or a working resource. */
    static boolean isLockable(Target target) {
        return target.isAtName() || target instanceof WorkingTarget;
    }

    /** Answers 200, or 201 when nothing was mapped and an empty resource was made. */
    @LOCK
    public Response lock(@Context HttpServletRequest servlet) {
        DavRequest request = DavRequest.of(servlet);
        Preconditions preconditions = Preconditions.of(request);
        Optional<XmlElement> body = xml.readOptional(request.body());
        if (body.isEmpty()) {
            Optional<Timeout> timeout = Timeout.parse(request.header("Timeout"));
            return answer(200, service.refresh(request.path(), preconditions, timeout));
        }
        LockRequest wanted = LockRequest.parse(body.get(), request);
        StagedBody empty = receiver.receive(InputStream.nullInputStream(), List.of());
        LockService.Granted granted = service.lock(request.path(), preconditions, wanted, empty);
        ActiveLock lock = granted.lock();
        Response response = answer(granted.created() ? 201 : 200, List.of(lock));
        response.getHeaders().putSingle("Lock-Token", '<' + lock.tokenUri() + '>');
        return response;
    }

    private static Response answer(int status, List<ActiveLock> locks) {
        return ContentType.set(Response.status(status), ContentType.XML)
                .entity(LockdiscoveryProperty.body(locks))
                .build();
    }
}
