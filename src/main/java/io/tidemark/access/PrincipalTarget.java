package io.tidemark.access;

import io.tidemark.kernel.http.DavPath;
import io.tidemark.kernel.xml.Rfc3744;
import io.tidemark.namespace.ResourceView;
import io.tidemark.target.Target;
import java.util.List;
import javax.xml.namespace.QName;
import org.jspecify.annotations.Nullable;

/** A principal, as a resource (RFC 3744, section 2). */
public record PrincipalTarget(DavPath path) implements Target {

    @Override
    public boolean isMapped() {
        return true;
    }

    @Override
    public boolean isCollection() {
        return false;
    }

    @Override
    public @Nullable ResourceView resource() {
        return null;
    }

    @Override
    public List<QName> resourceTypes() {
        return List.of(Rfc3744.PRINCIPAL);
    }
}
