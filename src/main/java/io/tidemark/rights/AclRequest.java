package io.tidemark.rights;

import io.tidemark.access.Principals;
import io.tidemark.kernel.error.Conditions;
import io.tidemark.kernel.error.DavException;
import io.tidemark.kernel.http.DavPath;
import io.tidemark.kernel.http.OwnOrigins;
import io.tidemark.kernel.xml.Rfc3744;
import io.tidemark.kernel.xml.Rfc4918;
import io.tidemark.kernel.xml.XmlElement;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads what an ACL request grants (RFC 3744, section 8.1). */
final class AclRequest {

    private static final int MAX_ENTRIES = 1_000;
    private static final int PRINCIPAL_DEPTH = 3;

    private final OwnOrigins origins;
    private final @Nullable String host;

    private AclRequest(OwnOrigins origins, @Nullable String host) {
        this.origins = origins;
        this.host = host;
    }

    /**
     * Reads a body.
     *
     * @param host the request's {@code Host}, against which the URLs of principals are read
     * @return what is granted, each grantee once; nothing for a body without entries
     * @throws DavException 422 when it is no such body; 403 with the condition of RFC 3744, section 8.1.1, that it fails
     */
    static List<Grant> read(XmlElement body, OwnOrigins origins, @Nullable String host) {
        if (!body.is(Rfc3744.ACL)) {
            throw DavException.unprocessable("The body is no DAV:acl.");
        }
        List<XmlElement> entries = body.children(Rfc3744.ACE);
        if (entries.size() > MAX_ENTRIES) {
            throw DavException.of(403, Conditions.LIMITED_NUMBER_OF_ACES);
        }
        AclRequest request = new AclRequest(origins, host);
        Map<Grantee, Set<Privilege>> granted = new LinkedHashMap<>();
        for (XmlElement entry : entries) {
            refuseWhatIsNotSet(entry);
            granted.computeIfAbsent(request.grantee(entry), grantee -> EnumSet.noneOf(Privilege.class))
                    .addAll(privileges(entry));
        }
        return granted.entrySet().stream()
                .map(entry -> new Grant(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static void refuseWhatIsNotSet(XmlElement entry) {
        if (entry.child(Rfc3744.DENY).isPresent()) {
            throw DavException.of(403, Conditions.GRANT_ONLY);
        }
        if (entry.child(Rfc3744.INVERT).isPresent()) {
            throw DavException.of(403, Conditions.NO_INVERT);
        }
        if (entry.child(Rfc3744.PROTECTED).isPresent()) {
            throw DavException.of(403, Conditions.NO_PROTECTED_ACE_CONFLICT);
        }
        if (entry.child(Rfc3744.INHERITED).isPresent()) {
            throw DavException.of(403, Conditions.NO_INHERITED_ACE_CONFLICT);
        }
    }

    private Grantee grantee(XmlElement entry) {
        List<XmlElement> named = entry.child(Rfc3744.PRINCIPAL)
                .map(XmlElement::children)
                .filter(children -> children.size() == 1)
                .orElseThrow(() -> DavException.unprocessable("An entry of the list names no principal, or several."));
        XmlElement principal = named.get(0);
        if (principal.is(Rfc4918.HREF)) {
            return principal(principal.text());
        }
        if (principal.is(Rfc3744.ALL) || principal.is(Rfc3744.AUTHENTICATED)) {
            return Grantee.EVERYONE;
        }
        throw DavException.of(403, Conditions.ALLOWED_PRINCIPAL);
    }

    private Grantee principal(String url) {
        List<String> segments = origins.path(url, host).map(DavPath::segments).orElse(List.of());
        if (segments.size() != PRINCIPAL_DEPTH || !segments.get(0).equals(Principals.SUBTREE)) {
            throw DavException.of(403, Conditions.RECOGNIZED_PRINCIPAL);
        }
        return switch (segments.get(1)) {
            case Principals.USERS -> new Grantee(Grantee.Kind.USER, segments.get(2));
            case Principals.GROUPS -> new Grantee(Grantee.Kind.GROUP, segments.get(2));
            default -> throw DavException.of(403, Conditions.RECOGNIZED_PRINCIPAL);
        };
    }

    private static Set<Privilege> privileges(XmlElement entry) {
        List<XmlElement> named = entry.children(Rfc3744.GRANT).stream()
                .flatMap(grant -> grant.children(Rfc3744.PRIVILEGE).stream())
                .flatMap(privilege -> privilege.children().stream())
                .toList();
        if (named.isEmpty()) {
            throw DavException.unprocessable("An entry of the list grants nothing.");
        }
        Set<Privilege> privileges = EnumSet.noneOf(Privilege.class);
        for (XmlElement element : named) {
            privileges.addAll(Privilege.of(element.name())
                    .orElseThrow(() -> DavException.of(
                            403,
                            Privilege.isPart(element.name())
                                    ? Conditions.NO_ABSTRACT
                                    : Conditions.NOT_SUPPORTED_PRIVILEGE)));
        }
        return privileges;
    }
}
