package io.tidemark.kernel.http;

import io.tidemark.kernel.error.DavException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The {@code If} header, parsed (RFC 4918, section 10.4): it holds when one of its lists does, a list when all its
 * conditions do.
 */
public record IfHeader(List<ConditionList> lists) {

    /** What a condition asks about: a state token or an entity tag. */
    public sealed interface Subject {}

    /** A state token: what stands between the angle brackets. */
    public record StateToken(String uri) implements Subject {}

    /** An entity tag. */
    public record Tag(EntityTag value) implements Subject {}

    /** One condition, negated by {@code Not} or not. */
    public record Condition(boolean negated, Subject subject) {}

    /**
     * One list of conditions.
     *
     * @param resource the URL of the resource tag before it, or null when the list is about the request URL
     */
    public record ConditionList(@Nullable String resource, List<Condition> conditions) {}

    /**
     * Parses the header.
     *
     * @return empty when the header is absent
     * @throws DavException 400 when it is malformed
     */
    public static Optional<IfHeader> parse(@Nullable String header) {
        if (header == null) {
            return Optional.empty();
        }
        Cursor cursor = new Cursor(header);
        List<ConditionList> lists = new ArrayList<>();
        cursor.skipSpace();
        boolean tagged = cursor.peek() == '<';
        String resource = null;
        while (!cursor.atEnd()) {
            if (tagged && cursor.take('<')) {
                resource = uri(cursor);
                cursor.skipSpace();
            }
            cursor.expect('(');
            lists.add(new ConditionList(resource, conditions(cursor)));
            cursor.skipSpace();
        }
        if (lists.isEmpty()) {
            throw DavException.badRequest("The If header is empty.");
        }
        return Optional.of(new IfHeader(List.copyOf(lists)));
    }

    private static List<Condition> conditions(Cursor cursor) {
        List<Condition> conditions = new ArrayList<>();
        cursor.skipSpace();
        while (!cursor.take(')')) {
            boolean negated = cursor.takeIgnoringCase("Not");
            cursor.skipSpace();
            if (cursor.take('<')) {
                conditions.add(new Condition(negated, new StateToken(CodedUrl.parse(uri(cursor)))));
            } else {
                cursor.expect('[');
                EntityTag tag = cursor.entityTag();
                cursor.expect(']');
                conditions.add(new Condition(negated, new Tag(tag)));
            }
            cursor.skipSpace();
        }
        if (conditions.isEmpty()) {
            throw cursor.malformed();
        }
        return List.copyOf(conditions);
    }

    /** What stands between angle brackets, of which the first has been taken. */
    private static String uri(Cursor cursor) {
        String uri = cursor.until('>');
        if (uri.isBlank()) {
            throw cursor.malformed();
        }
        return uri;
    }

    /** Every state token that the header names: these are the tokens that the request submits. */
    public List<String> submittedTokens() {
        return lists.stream()
                .flatMap(list -> list.conditions().stream())
                .map(Condition::subject)
                .filter(StateToken.class::isInstance)
                .map(subject -> ((StateToken) subject).uri())
                .distinct()
                .toList();
    }
}
