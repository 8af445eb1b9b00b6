package io.tidemark.rights.property;

import io.tidemark.access.Principals;
import io.tidemark.access.Roles;
import io.tidemark.kernel.http.DavPath;
import io.tidemark.kernel.xml.Rfc3744;
import io.tidemark.kernel.xml.XmlWriter;
import io.tidemark.property.GuardedProperty;
import io.tidemark.property.PropertyContext;
import io.tidemark.rights.AccessList;
import io.tidemark.rights.Grant;
import io.tidemark.rights.Grantee;
import io.tidemark.rights.PageRights;
import io.tidemark.rights.Privilege;
import io.tidemark.rights.Rights;
import io.tidemark.target.ConfiguredTarget;
import io.tidemark.target.Target;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javax.xml.namespace.QName;
import org.jspecify.annotations.Nullable;

/**
 * {@code DAV:acl}: who may do what (RFC 3744, section 5.5). What comes from the roles is protected; what comes from a list
 * above is inherited from there.
 */
@ApplicationScoped
public class AclProperty implements GuardedProperty {

    private static final List<Privilege> READING = List.of(Privilege.READ, Privilege.READ_ACL);
    private static final List<Privilege> WRITING = List.of(Privilege.READ, Privilege.READ_ACL, Privilege.WRITE);

    @Inject
    private Rights rights;

    @Override
    public QName name() {
        return Rfc3744.ACL;
    }

    @Override
    public boolean isDefinedOn(Target target) {
        return target.isMapped() && target.isAtName() && (!(target instanceof ConfiguredTarget) || target.isRoot());
    }

    @Override
    public boolean isReadable(Target target, PropertyContext context) {
        return rights(context).may(target, Privilege.READ_ACL);
    }

    @Override
    public void write(Target target, PropertyContext context, XmlWriter xml) {
        Optional<PageRights.Governing> governing = rights(context).governing(target);
        xml.start(name());
        group(Roles.ADMIN, Arrays.asList(Privilege.values()), true, xml);
        if (governing.isPresent()) {
            AccessList list = governing.get().list();
            DavPath level = collection(target, governing.get().level());
            DavPath from = level.samePlace(target.path()) ? null : level;
            Grantee owner = new Grantee(Grantee.Kind.USER, list.owner());
            owner(from == null ? AclProperty::ownerProperty : writer -> principal(owner, writer), from, xml);
            list.grants().forEach(grant -> grant(grant, from, xml));
        } else {
            owner(AclProperty::ownerProperty, null, xml);
            group(Roles.WRITER, WRITING, false, xml);
            group(Roles.READER, READING, false, xml);
        }
        xml.end();
    }

    /** The owner of the collection that has the list. */
    private static void owner(Consumer<XmlWriter> principal, @Nullable DavPath from, XmlWriter xml) {
        xml.start(Rfc3744.ACE);
        principal.accept(xml);
        privileges(AccessList.OF_OWNER, xml);
        xml.empty(Rfc3744.PROTECTED);
        end(from, xml);
    }

    private PageRights rights(PropertyContext context) {
        return context.shared(PageRights.class, rights::on);
    }

    /** The collection at a place of a target's lineage: the path's first segments, two of them in a configuration. */
    private static DavPath collection(Target target, int level) {
        int missing = target.lineage().size() - 1 - level;
        List<String> segments = target.path().segments();
        return DavPath.of(segments.subList(0, segments.size() - missing), true);
    }

    private static void ownerProperty(XmlWriter xml) {
        xml.start(Rfc3744.PRINCIPAL).start(Rfc3744.PROPERTY);
        xml.empty(Rfc3744.OWNER).end().end();
    }

    /** What roles grant holds until there is a list, but for administrators, who always may do everything. */
    private static void group(String role, List<Privilege> privileges, boolean always, XmlWriter xml) {
        xml.start(Rfc3744.ACE);
        principal(new Grantee(Grantee.Kind.GROUP, role), xml);
        privileges(privileges, xml);
        if (always) {
            xml.empty(Rfc3744.PROTECTED);
        }
        xml.end();
    }

    private static void grant(Grant grant, @Nullable DavPath from, XmlWriter xml) {
        xml.start(Rfc3744.ACE);
        principal(grant.grantee(), xml);
        privileges(List.copyOf(grant.privileges()), xml);
        end(from, xml);
    }

    private static void end(@Nullable DavPath from, XmlWriter xml) {
        if (from != null) {
            xml.start(Rfc3744.INHERITED).href(from.href()).end();
        }
        xml.end();
    }

    private static void principal(Grantee grantee, XmlWriter xml) {
        xml.start(Rfc3744.PRINCIPAL);
        if (grantee.kind() == Grantee.Kind.EVERYONE) {
            xml.empty(Rfc3744.AUTHENTICATED);
        } else {
            xml.href(Principals.of(grantee.kind() == Grantee.Kind.USER, grantee.name())
                    .href());
        }
        xml.end();
    }

    private static void privileges(List<Privilege> privileges, XmlWriter xml) {
        xml.start(Rfc3744.GRANT);
        privileges.forEach(privilege ->
                xml.start(Rfc3744.PRIVILEGE).empty(privilege.element()).end());
        xml.end();
    }
}
