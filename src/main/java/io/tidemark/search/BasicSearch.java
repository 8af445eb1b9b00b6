package io.tidemark.search;

import io.tidemark.kernel.error.DavException;
import io.tidemark.kernel.http.Count;
import io.tidemark.kernel.http.DavPath;
import io.tidemark.kernel.http.DavRequest;
import io.tidemark.kernel.http.Depth;
import io.tidemark.kernel.http.OwnOrigins;
import io.tidemark.kernel.xml.Rfc4918;
import io.tidemark.kernel.xml.Rfc5323;
import io.tidemark.kernel.xml.Rfc6578;
import io.tidemark.kernel.xml.XmlElement;
import io.tidemark.property.PropertyRequest;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.xml.namespace.QName;

/** Reads {@code DAV:basicsearch} (RFC 5323, section 5). */
final class BasicSearch {

    private final DavRequest request;
    private final OwnOrigins origins;

    BasicSearch(DavRequest request, OwnOrigins origins) {
        this.request = request;
        this.origins = origins;
    }

    /**
     * Reads the query.
     *
     * @throws DavException 422 for what is no such query, 404 for a scope on another server
     */
    SearchRequest parse(XmlElement query) {
        XmlElement scope = scope(query);
        Optional<XmlElement> where = query.child(Rfc5323.WHERE);
        Optional<XmlElement> orderby = query.child(Rfc5323.ORDERBY);
        return new SearchRequest(
                select(only(query, Rfc5323.SELECT)),
                path(scope),
                depth(scope),
                where.map(condition -> new ConditionReader().in(condition))
                        .orElseGet(() -> new Condition.All(List.of())),
                orderby.map(BasicSearch::orders).orElse(List.of()),
                query.child(Rfc6578.LIMIT).map(BasicSearch::limit));
    }

    /**
     * The one scope of a query.
     *
     * @throws DavException 422 for none or several
     */
    static XmlElement scope(XmlElement query) {
        return only(only(query, Rfc5323.FROM), Rfc5323.SCOPE);
    }

    /** The path that a scope names; a relative one is looked for from the request URL on. */
    DavPath path(XmlElement scope) {
        String href = only(scope, Rfc4918.HREF).text();
        String absolute = href.startsWith("/") || href.contains("://")
                ? href
                : request.path().asCollection(true).href() + href;
        return origins.path(absolute, request.host()).orElseThrow(DavException::notFound);
    }

    private static Depth depth(XmlElement scope) {
        return scope.child(Rfc5323.DEPTH)
                .map(depth -> switch (depth.text()) {
                    case "0" -> Depth.ZERO;
                    case "1" -> Depth.ONE;
                    case "infinity" -> Depth.INFINITY;
                    default -> throw DavException.unprocessable("The depth is 0, 1 or infinity.");
                })
                .orElse(Depth.INFINITY);
    }

    private static PropertyRequest select(XmlElement select) {
        List<XmlElement> kinds = select.children();
        if (kinds.size() != 1) {
            throw DavException.unprocessable("A query selects DAV:prop or DAV:allprop.");
        }
        if (kinds.get(0).is(Rfc4918.ALLPROP)) {
            return new PropertyRequest(PropertyRequest.Kind.ALLPROP, Set.of());
        }
        if (!kinds.get(0).is(Rfc4918.PROP)) {
            throw DavException.unprocessable("A query selects DAV:prop or DAV:allprop.");
        }
        return PropertyRequest.prop(kinds.get(0));
    }

    private static List<Order> orders(XmlElement orderby) {
        return orderby.children().stream().map(BasicSearch::order).toList();
    }

    private static Order order(XmlElement order) {
        if (!order.is(Rfc5323.ORDER)) {
            throw DavException.unprocessable("Results are ordered by DAV:order.");
        }
        boolean descending = order.child(Rfc5323.DESCENDING).isPresent();
        if (descending && order.child(Rfc5323.ASCENDING).isPresent()) {
            throw DavException.unprocessable("An order goes one way.");
        }
        return new Order(SearchableProperty.in(order), !descending, ConditionReader.isCaseless(order));
    }

    private static int limit(XmlElement limit) {
        return Count.limit(only(limit, Rfc6578.NRESULTS).text());
    }

    private static XmlElement only(XmlElement parent, QName name) {
        List<XmlElement> found = parent.children(name);
        if (found.size() != 1) {
            throw DavException.unprocessable("A query has one " + name.getLocalPart() + '.');
        }
        return found.get(0);
    }
}
