package io.tidemark.search;

import io.tidemark.index.IndexedContents;
import io.tidemark.index.Languages;
import io.tidemark.index.NameField;
import io.tidemark.index.NameOrder;
import io.tidemark.index.NameQuery;
import io.tidemark.index.NumberField;
import io.tidemark.index.Sought;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Makes of a condition what the index of names is asked: for all of which the condition may hold, and perhaps others. Of a condition
 * for which there is no index, nothing is made.
 */
final class CandidateQuery {

    /** With more contents than these, an index of them does not help. */
    private static final int MOST_CONTENTS = 250_000;

    private final IndexedContents contents;
    private final Languages languages;

    CandidateQuery(IndexedContents contents, Languages languages) {
        this.contents = contents;
        this.languages = languages;
    }

    Optional<NameQuery> of(Condition condition) {
        if (condition instanceof Condition.All all) {
            List<NameQuery> known = all.conditions().stream()
                    .map(this::of)
                    .flatMap(Optional::stream)
                    .toList();
            return known.isEmpty() ? Optional.empty() : Optional.of(NameQuery.all(known));
        }
        if (condition instanceof Condition.Any any) {
            List<NameQuery> known = any.conditions().stream()
                    .map(this::of)
                    .flatMap(Optional::stream)
                    .toList();
            return known.size() < any.conditions().size() ? Optional.empty() : Optional.of(NameQuery.any(known));
        }
        if (condition instanceof Condition.Compares compares) {
            return compares(compares);
        }
        if (condition instanceof Condition.Like like) {
            NameField field = field(like.property());
            List<String> parts = like.pattern().parts();
            return field == null || !NameQuery.hasGrams(parts)
                    ? Optional.empty()
                    : Optional.of(NameQuery.like(field, parts));
        }
        if (condition instanceof Condition.Contains contains) {
            return contains(contains.sought().all());
        }
        return Optional.empty();
    }

    /** All words are in the text, or one of them is in the name. */
    private Optional<NameQuery> contains(Set<Sought> words) {
        return contents.all(words, MOST_CONTENTS)
                .map(showing ->
                        NameQuery.any(List.of(NameQuery.showing(showing), NameQuery.withAny(words, languages))));
    }

    private static Optional<NameQuery> compares(Condition.Compares compares) {
        NumberField number = number(compares.property());
        if (number != null) {
            long value = compares.value() instanceof Instant time
                    ? time.getEpochSecond()
                    : ((Number) compares.value()).longValue();
            return Optional.of(
                    switch (compares.comparison()) {
                        case EQ -> NameQuery.between(number, value, value);
                        case LT, LTE -> NameQuery.between(number, Long.MIN_VALUE, value);
                        case GT, GTE -> NameQuery.between(number, value, Long.MAX_VALUE);
                    });
        }
        NameField field = field(compares.property());
        return field == null || compares.comparison() != Comparison.EQ
                ? Optional.empty()
                : Optional.of(NameQuery.eq(field, compares.value().toString(), compares.caseless()));
    }

    /** The same orders in the index; empty when it does not have one of them. */
    static Optional<List<NameOrder>> orders(List<Order> orders) {
        List<NameOrder> found = new ArrayList<>();
        for (Order order : orders) {
            NumberField number = number(order.property());
            boolean byName = order.property() == SearchableProperty.DISPLAYNAME && !order.caseless();
            if (number == null && !byName) {
                return Optional.empty();
            }
            found.add(new NameOrder(number, order.ascending()));
        }
        return Optional.of(found);
    }

    private static @Nullable NumberField number(SearchableProperty property) {
        return switch (property) {
            case GETCONTENTLENGTH -> NumberField.LENGTH;
            case GETLASTMODIFIED -> NumberField.MODIFIED;
            case CREATIONDATE -> NumberField.CREATED;
            default -> null;
        };
    }

    private static @Nullable NameField field(SearchableProperty property) {
        return switch (property) {
            case DISPLAYNAME -> NameField.NAME;
            case GETCONTENTTYPE -> NameField.TYPE;
            case OWNER -> NameField.OWNER;
            case AUTHOR -> NameField.AUTHOR;
            case REVISIONLABEL -> NameField.LABEL;
            case REVISIONCOMMENT -> NameField.COMMENT;
            default -> null;
        };
    }
}
