package io.tidemark.rights.property;

import io.tidemark.kernel.xml.Rfc3744;
import io.tidemark.kernel.xml.XmlWriter;
import io.tidemark.property.LiveProperty;
import io.tidemark.property.PropertyContext;
import io.tidemark.rights.PageRights;
import io.tidemark.rights.Privilege;
import io.tidemark.rights.Rights;
import io.tidemark.target.Target;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import javax.xml.namespace.QName;

/** {@code DAV:current-user-privilege-set}: what the caller may do here (RFC 3744, section 5.4). */
@ApplicationScoped
public class CurrentUserPrivilegeSetProperty implements LiveProperty {

    @Inject
    private Rights rights;

    @Override
    public QName name() {
        return Rfc3744.CURRENT_USER_PRIVILEGE_SET;
    }

    @Override
    public boolean isDefinedOn(Target target) {
        return target.isMapped();
    }

    @Override
    public void write(Target target, PropertyContext context, XmlWriter xml) {
        PageRights page = context.shared(PageRights.class, rights::on);
        Set<Privilege> held = Arrays.stream(Privilege.values())
                .filter(privilege -> page.may(target, privilege))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Privilege.class)));
        xml.start(name());
        if (held.size() == Privilege.values().length) {
            privilege(Rfc3744.ALL, xml);
        }
        held.forEach(privilege -> {
            privilege(privilege.element(), xml);
            privilege.parts().forEach(part -> privilege(part, xml));
        });
        xml.end();
    }

    private static void privilege(QName element, XmlWriter xml) {
        xml.start(Rfc3744.PRIVILEGE).empty(element).end();
    }
}
