package io.tidemark.rights.report;

import io.tidemark.access.PrincipalTarget;
import io.tidemark.access.Principals;
import io.tidemark.kernel.error.Condition;
import io.tidemark.kernel.error.DavException;
import io.tidemark.kernel.http.DavRequest;
import io.tidemark.kernel.xml.Rfc3744;
import io.tidemark.kernel.xml.XmlElement;
import io.tidemark.rights.Grant;
import io.tidemark.rights.Grantee;
import io.tidemark.rights.PageRights;
import io.tidemark.rights.Privilege;
import io.tidemark.rights.Rights;
import io.tidemark.target.Target;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import javax.xml.namespace.QName;

/** {@code DAV:acl-principal-prop-set}: the principals that the list which holds here names (RFC 3744, section 9.2). */
@ApplicationScoped
public class AclPrincipalPropSetReport extends PrincipalReport {

    @Inject
    private Rights rights;

    @Override
    public QName name() {
        return Rfc3744.ACL_PRINCIPAL_PROP_SET;
    }

    @Override
    public boolean isSupportedOn(Target target) {
        return target.isMapped() && target.isAtName();
    }

    @Override
    List<Target> principals(Target target, XmlElement body, DavRequest request) {
        PageRights here = rights.on(List.of(target));
        if (!here.may(target, Privilege.READ_ACL)) {
            throw DavException.of(403, Condition.needPrivileges(target.href(), Rfc3744.READ_ACL));
        }
        return here.governing(target).stream()
                .flatMap(governing -> governing.list().grants().stream())
                .map(Grant::grantee)
                .filter(grantee -> grantee.kind() != Grantee.Kind.EVERYONE)
                .<Target>map(grantee ->
                        new PrincipalTarget(Principals.of(grantee.kind() == Grantee.Kind.USER, grantee.name())))
                .toList();
    }
}
