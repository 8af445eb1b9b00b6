package io.tidemark.rights.report;

import io.tidemark.kernel.error.DavException;
import io.tidemark.kernel.http.DavRequest;
import io.tidemark.kernel.xml.Rfc3744;
import io.tidemark.kernel.xml.Rfc4918;
import io.tidemark.kernel.xml.XmlElement;
import io.tidemark.target.Target;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import javax.xml.namespace.QName;

/** {@code DAV:principal-property-search}: principals by parts of their names (RFC 3744, section 9.4). */
@ApplicationScoped
public class PrincipalPropertySearchReport extends PrincipalReport {

    @Inject
    private PrincipalSearch search;

    @Override
    public QName name() {
        return Rfc3744.PRINCIPAL_PROPERTY_SEARCH;
    }

    @Override
    public boolean isSupportedOn(Target target) {
        return isOfPrincipals(target);
    }

    /** All conditions must hold; one about another property than {@code displayname} holds for nobody. */
    @Override
    List<Target> principals(Target target, XmlElement body, DavRequest request) {
        List<XmlElement> conditions = body.children(Rfc3744.PROPERTY_SEARCH);
        if (conditions.isEmpty()) {
            throw DavException.unprocessable("The report searches for nothing.");
        }
        return search.in(target).stream()
                .filter(principal -> conditions.stream()
                        .allMatch(condition -> holds(condition, principal.path().name())))
                .toList();
    }

    private static boolean holds(XmlElement condition, String name) {
        String part = condition
                .child(Rfc3744.MATCH)
                .map(XmlElement::text)
                .orElseThrow(() -> DavException.unprocessable("A search says not what it searches for."));
        List<XmlElement> searched =
                condition.child(Rfc4918.PROP).map(XmlElement::children).orElse(List.of());
        return !searched.isEmpty()
                && searched.stream().allMatch(property -> property.is(Rfc4918.DISPLAYNAME))
                && name.toLowerCase(Locale.ROOT).contains(part.toLowerCase(Locale.ROOT));
    }
}
