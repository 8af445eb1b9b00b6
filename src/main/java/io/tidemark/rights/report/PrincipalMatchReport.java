package io.tidemark.rights.report;

import io.tidemark.access.Principals;
import io.tidemark.kernel.caller.Caller;
import io.tidemark.kernel.error.DavException;
import io.tidemark.kernel.http.DavPath;
import io.tidemark.kernel.http.DavRequest;
import io.tidemark.kernel.xml.Rfc3744;
import io.tidemark.kernel.xml.XmlElement;
import io.tidemark.target.Target;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.xml.namespace.QName;

/** {@code DAV:principal-match}: the principals that the caller is: itself, and the groups that it is in (RFC 3744, section 9.3). */
@ApplicationScoped
public class PrincipalMatchReport extends PrincipalReport {

    @Inject
    private PrincipalSearch search;

    @Inject
    private Caller caller;

    @Override
    public QName name() {
        return Rfc3744.PRINCIPAL_MATCH;
    }

    @Override
    public boolean isSupportedOn(Target target) {
        return isOfPrincipals(target);
    }

    @Override
    List<Target> principals(Target target, XmlElement body, DavRequest request) {
        if (body.child(Rfc3744.SELF).isEmpty()) {
            throw DavException.unprocessable("Only DAV:self is matched: principals have no owners here.");
        }
        Set<DavPath> own = new HashSet<>(Set.of(Principals.user(caller.name())));
        Principals.groups(caller).forEach(group -> own.add(Principals.group(group)));
        return search.in(target).stream()
                .filter(principal -> own.contains(principal.path()))
                .toList();
    }
}
