package io.tidemark.version.checkout;

import io.tidemark.guard.Preconditions;
import io.tidemark.kernel.http.ContentType;
import io.tidemark.kernel.http.DavRequest;
import io.tidemark.kernel.http.RevisionId;
import io.tidemark.kernel.http.Timeout;
import io.tidemark.kernel.http.VersionHeaders;
import io.tidemark.kernel.http.method.CHECKOUT;
import io.tidemark.kernel.xml.XmlReader;
import io.tidemark.lock.ActiveLock;
import io.tidemark.lock.LockdiscoveryProperty;
import io.tidemark.target.DavMethod;
import io.tidemark.target.FilesSubtree;
import io.tidemark.target.Target;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * CHECKOUT: makes a working resource (protocol, section 4.7); without a body, or with {@code DAV:fork-ok} alone in it, and
 * without headers that name a revision, lets the resource itself be worked on (section 4.9).
 */
@Path("{path: .*}")
@ApplicationScoped
public class CheckoutEndpoint implements DavMethod {

    /** Answers of these methods are not for caches (RFC 3253, sections 4.3 to 4.5). */
    static final String NO_CACHE = "no-cache";

    @Inject
    private XmlReader xml;

    @EJB
    private CheckoutService service;

    @Override
    public boolean answers(Target target) {
        return target.isFile() && target.isVersioned();
    }

    /** Answers 201 with the working resource's URL and its locks; in place, 200. */
    @CHECKOUT
    public Response checkout(@Context HttpServletRequest servlet) {
        DavRequest request = DavRequest.of(servlet);
        VersionHeaders revision = VersionHeaders.ofWrite(request);
        Optional<Timeout> timeout = Timeout.parse(request.header("Timeout"));
        Preconditions preconditions = Preconditions.ofCheckout(request);
        CheckoutRequest wanted = CheckoutRequest.parse(xml.readOptional(request.body()));
        boolean inPlace = wanted.inPlace()
                && revision.isNone()
                && request.path().subtree().equals(FilesSubtree.NAME)
                && request.header("Configuration-Id") == null;
        if (inPlace) {
            int number = service.checkOutInPlace(request.path(), preconditions, wanted.fork());
            return answer(200, number).build();
        }
        CheckoutService.CheckedOut made = service.checkOut(request.path(), revision, preconditions, wanted, timeout);
        return ContentType.set(answer(201, made.revision()), ContentType.XML)
                .header("Location", made.working().href())
                .header("Lock-Token", token(made.locks()))
                .entity(LockdiscoveryProperty.body(made.locks()))
                .build();
    }

    private static Response.ResponseBuilder answer(int status, int revision) {
        return Response.status(status)
                .header("Cache-Control", NO_CACHE)
                .header(RevisionId.HEADER, RevisionId.of(revision));
    }

    /** The token of the lock that must be submitted; the others hold others off without being named. */
    private static @Nullable String token(List<ActiveLock> locks) {
        return locks.stream()
                .filter(ActiveLock::isWriteLock)
                .findFirst()
                .map(lock -> '<' + lock.tokenUri() + '>')
                .orElse(null);
    }
}
