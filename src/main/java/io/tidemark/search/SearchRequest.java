package io.tidemark.search;

import io.tidemark.index.Sought;
import io.tidemark.kernel.http.DavPath;
import io.tidemark.kernel.http.Depth;
import io.tidemark.property.PropertyRequest;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a {@code DAV:basicsearch} asks for.
 *
 * @param select what is told of each result
 * @param scope where is looked
 * @param depth how deep
 * @param where what holds of each result
 * @param orders what the results are ordered by, the most important first; none for any
 * @param limit how many results at most
 */
record SearchRequest(
        PropertyRequest select,
        DavPath scope,
        Depth depth,
        Condition where,
        List<Order> orders,
        Optional<Integer> limit) {

    /** Whether anything that is asked needs what revisions say of themselves. */
    boolean needsDetails() {
        return where.properties().anyMatch(SearchableProperty::isOfRevisions)
                || orders.stream().map(Order::property).anyMatch(SearchableProperty::isOfRevisions);
    }

    /** The words that are looked for. */
    Set<Sought> words() {
        return where.words().collect(Collectors.toSet());
    }

    /** Whether anything that is asked needs the times of collections. */
    boolean needsTimes() {
        return where.properties().anyMatch(SearchableProperty.GETLASTMODIFIED::equals)
                || orders.stream().map(Order::property).anyMatch(SearchableProperty.GETLASTMODIFIED::equals);
    }
}
