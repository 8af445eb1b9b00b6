package io.tidemark.search;

import io.tidemark.kernel.error.DavException;
import io.tidemark.kernel.xml.Rfc5323;
import io.tidemark.kernel.xml.XmlElement;
import java.util.List;
import java.util.Map;
import javax.xml.namespace.QName;

/** Reads {@code DAV:where}. */
final class ConditionReader {

    private static final int MOST = 100;

    private static final Map<QName, Comparison> COMPARISONS = Map.of(
            Rfc5323.EQ, Comparison.EQ,
            Rfc5323.LT, Comparison.LT,
            Rfc5323.LTE, Comparison.LTE,
            Rfc5323.GT, Comparison.GT,
            Rfc5323.GTE, Comparison.GTE);

    private int count;
    private int words;

    /**
     * Reads the one condition that an element holds.
     *
     * @throws DavException 422 for none, several, an unknown operator, too many in all
     */
    Condition in(XmlElement where) {
        List<XmlElement> conditions = where.children();
        if (conditions.size() != 1) {
            throw DavException.unprocessable("One condition is meant.");
        }
        return condition(conditions.get(0));
    }

    private Condition condition(XmlElement operator) {
        count++;
        if (count > MOST) {
            throw DavException.unprocessable("There are more than " + MOST + " conditions.");
        }
        if (operator.is(Rfc5323.AND)) {
            return new Condition.All(several(operator));
        } else if (operator.is(Rfc5323.OR)) {
            return new Condition.Any(several(operator));
        } else if (operator.is(Rfc5323.NOT)) {
            return new Condition.Not(in(operator));
        } else if (operator.is(Rfc5323.IS_COLLECTION)) {
            return new Condition.IsCollection();
        } else if (operator.is(Rfc5323.IS_DEFINED)) {
            return new Condition.IsDefined(SearchableProperty.in(operator));
        } else if (operator.is(Rfc5323.CONTAINS)) {
            return contains(operator);
        } else if (operator.is(Rfc5323.LIKE)) {
            return like(operator);
        }
        Comparison comparison = COMPARISONS.get(operator.name());
        if (comparison == null) {
            throw DavException.unprocessable("There is no such operator.");
        }
        SearchableProperty property = SearchableProperty.in(operator);
        return new Condition.Compares(
                property, comparison, property.type().read(literal(operator)), isCaseless(operator));
    }

    private Condition contains(XmlElement operator) {
        Words sought = new Words(operator.text());
        words += sought.count();
        if (words > MOST) {
            throw DavException.unprocessable("More than " + MOST + " words are looked for.");
        }
        return new Condition.Contains(sought);
    }

    private Condition like(XmlElement operator) {
        SearchableProperty property = SearchableProperty.in(operator);
        if (property.type() == ValueType.NUMBER || property.type() == ValueType.TIME) {
            throw DavException.unprocessable("Patterns are for texts.");
        }
        return new Condition.Like(property, new LikePattern(literal(operator)));
    }

    private List<Condition> several(XmlElement operator) {
        List<XmlElement> operands = operator.children();
        if (operands.isEmpty()) {
            throw DavException.unprocessable("An operator has no operands.");
        }
        return operands.stream().map(this::condition).toList();
    }

    /** Whether an operator, or an order, says that case does not matter. */
    static boolean isCaseless(XmlElement operator) {
        return switch (operator.attribute("caseless").orElse("no")) {
            case "yes" -> true;
            case "no" -> false;
            default -> throw DavException.unprocessable("caseless is yes or no.");
        };
    }

    private static String literal(XmlElement operator) {
        List<XmlElement> literals = operator.children().stream()
                .filter(child -> child.is(Rfc5323.LITERAL) || child.is(Rfc5323.TYPED_LITERAL))
                .toList();
        if (literals.size() != 1) {
            throw DavException.unprocessable("A property is compared with one literal.");
        }
        return literals.get(0).text();
    }
}
