package io.tidemark.rights.report;

import io.tidemark.access.Principals;
import io.tidemark.kernel.caller.Caller;
import io.tidemark.kernel.error.Conditions;
import io.tidemark.kernel.error.DavException;
import io.tidemark.kernel.http.DavPath;
import io.tidemark.kernel.http.DavRequest;
import io.tidemark.kernel.http.MultistatusResponse;
import io.tidemark.kernel.http.Prefer;
import io.tidemark.kernel.xml.Rfc3744;
import io.tidemark.kernel.xml.XmlElement;
import io.tidemark.property.Properties;
import io.tidemark.property.PropertyAnswer;
import io.tidemark.property.PropertyContext;
import io.tidemark.report.PropertyLinks;
import io.tidemark.target.FilesTarget;
import io.tidemark.target.Target;
import io.tidemark.target.Targets;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import javax.xml.namespace.QName;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * {@code DAV:principal-match} (RFC 3744, section 9.3): the members of a collection, at any depth, which are principals that
 * the caller is, or which have a property that refers to such a principal. The caller is itself, and the groups that it is in.
 */
@ApplicationScoped
public class PrincipalMatchReport extends PrincipalReport {

    @Inject
    private PrincipalSearch search;

    @Inject
    private Caller caller;

    @Inject
    private Targets targets;

    @Inject
    private PropertyLinks links;

    @Inject
    private Properties properties;

    @Inject
    @ConfigProperty(name = "tidemark.propfind.max-infinite", defaultValue = "20000")
    private int maxMembers;

    @Override
    public QName name() {
        return Rfc3744.PRINCIPAL_MATCH;
    }

    @Override
    public boolean isSupportedOn(Target target) {
        return isOfPrincipals(target)
                || (target instanceof FilesTarget files && files.isAtName() && files.isCollection());
    }

    /**
     * Answers with what matches, written while it is read.
     *
     * @throws DavException 422 when the body is no such request, 403 {@code number-of-matches-within-limits} when more is below
     *     the collection than PROPFIND lists
     */
    @Override
    public Response answer(Target target, XmlElement body, DavRequest request) {
        requireDepthZero(request);
        List<QName> named = body.children(Rfc3744.PRINCIPAL_PROPERTY).stream()
                .flatMap(property -> property.children().stream())
                .map(XmlElement::name)
                .toList();
        if (named.size() + body.children(Rfc3744.SELF).size() != 1) {
            throw DavException.unprocessable("Either DAV:self is matched, or one DAV:principal-property.");
        }
        if (named.isEmpty() || isOfPrincipals(target)) {
            return super.answer(target, body, request);
        }
        if (targets.countBelow(target, maxMembers) > maxMembers) {
            throw DavException.of(403, Conditions.NUMBER_OF_MATCHES_WITHIN_LIMITS);
        }
        Set<DavPath> own = own();
        String host = request.host();
        QName property = named.get(0);
        boolean minimal = request.prefer().minimal();
        return MultistatusResponse.of(multistatus -> {
                    PropertyAnswer answer = properties.answer(asked(body), minimal);
                    MembersBelow.read(targets, target, page -> {
                        List<Target> matching = page.stream()
                                .filter(matches(property, own, properties.context(page), host))
                                .toList();
                        PropertyContext context = properties.context(matching);
                        matching.forEach(member -> answer.write(member, context, multistatus));
                    });
                })
                .header("Preference-Applied", minimal ? Prefer.MINIMAL : null)
                .build();
    }

    @Override
    List<Target> principals(Target target, XmlElement body, DavRequest request) {
        if (!isOfPrincipals(target)) {
            return List.of();
        }
        Set<DavPath> own = own();
        List<Target> all = search.in(target);
        Predicate<Target> matching = body.child(Rfc3744.PRINCIPAL_PROPERTY)
                .map(property ->
                        matches(property.children().get(0).name(), own, properties.context(all), request.host()))
                .orElse(principal -> own.contains(principal.path()));
        return all.stream().filter(matching).toList();
    }

    private Predicate<Target> matches(
            QName property, Set<DavPath> own, PropertyContext context, @Nullable String host) {
        return member -> links.paths(property, member, context, host).stream()
                .anyMatch(path -> own.stream().anyMatch(path::samePlace));
    }

    private Set<DavPath> own() {
        Set<DavPath> own = new HashSet<>(Set.of(Principals.user(caller.name())));
        Principals.groups(caller).forEach(group -> own.add(Principals.group(group)));
        return own;
    }
}
