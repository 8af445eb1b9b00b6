package io.tidemark.access;

import io.tidemark.kernel.caller.Caller;
import io.tidemark.kernel.xml.Rfc3744;
import io.tidemark.kernel.xml.XmlWriter;
import io.tidemark.property.LiveProperty;
import io.tidemark.property.PropertyContext;
import io.tidemark.target.Target;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import javax.xml.namespace.QName;

/** {@code DAV:group-membership} of a principal: the groups and the roles that the caller is in (RFC 3744, section 4.4). */
@ApplicationScoped
public class GroupMembershipProperty implements LiveProperty {

    @Inject
    private Caller caller;

    @Override
    public QName name() {
        return Rfc3744.GROUP_MEMBERSHIP;
    }

    @Override
    public boolean isDefinedOn(Target target) {
        return target instanceof PrincipalTarget;
    }

    @Override
    public void write(Target target, PropertyContext context, XmlWriter xml) {
        xml.start(name());
        if (target.path().samePlace(Principals.user(caller.name()))) {
            Principals.groups(caller)
                    .forEach(group -> xml.href(Principals.group(group).href()));
        }
        xml.end();
    }
}
