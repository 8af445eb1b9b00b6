package io.tidemark.lock;

import io.tidemark.kernel.error.DavException;
import io.tidemark.kernel.http.DavRequest;
import io.tidemark.kernel.http.Depth;
import io.tidemark.kernel.http.Timeout;
import io.tidemark.kernel.xml.Rfc4918;
import io.tidemark.kernel.xml.XmlElement;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The lock that a {@code DAV:lockinfo} body asks for (RFC 4918, section 14.11). */
record LockRequest(
        boolean exclusive, boolean infinite, @Nullable String ownerXml, Optional<Timeout> timeout) {

    static LockRequest parse(XmlElement body, DavRequest request) {
        if (!body.is(Rfc4918.LOCKINFO)) {
            throw DavException.unprocessable("The body is no DAV:lockinfo.");
        }
        boolean write = body.child(Rfc4918.LOCKTYPE)
                .flatMap(type -> type.child(Rfc4918.WRITE))
                .isPresent();
        Optional<XmlElement> scope = body.child(Rfc4918.LOCKSCOPE);
        boolean exclusive = scope.flatMap(kind -> kind.child(Rfc4918.EXCLUSIVE)).isPresent();
        boolean shared = scope.flatMap(kind -> kind.child(Rfc4918.SHARED)).isPresent();
        if (!write || exclusive == shared) {
            throw DavException.unprocessable("A lock is a write lock, exclusive or shared.");
        }
        Depth depth = request.depth(Depth.INFINITY);
        if (depth == Depth.ONE) {
            throw DavException.badRequest("LOCK has Depth 0 or infinity.");
        }
        String owner = body.child(Rfc4918.OWNER).map(XmlElement::toXml).orElse(null);
        return new LockRequest(exclusive, depth == Depth.INFINITY, owner, Timeout.parse(request.header("Timeout")));
    }
}
