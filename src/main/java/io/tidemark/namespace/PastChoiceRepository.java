package io.tidemark.namespace;

import io.tidemark.kernel.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * The choices by which URLs show revisions, or have shown them. What a URL of the users' namespace showed by SETDEFAULT was
 * somebody's decision, and {@code Time(…)} asks for it. A workspace chooses whatever is made in it: there, a choice of the
 * past is needed as long as something that is derived from the workspace shows that time.
 */
@ApplicationScoped
class PastChoiceRepository {

    private static final String CHOICES = "select d.number, d.member_id, d.chosen_at, m.collection_id,"
            + " m.resource_id = ? and d.chosen_at >= m.mapped_at and m.default_number is distinct from d.number,"
            + " (select min(n.chosen_at) from default_choice n where n.member_id = d.member_id"
            + " and n.chosen_at > d.chosen_at)"
            + " from default_choice d join member m on m.id = d.member_id where d.number in (%s) and d.member_id in"
            + " (select o.id from member o where o.resource_id = ?"
            + " union all select f.member_id from former_member f where f.resource_id = ?)";

    @Inject
    private Sql sql;

    @Inject
    private Ancestors ancestors;

    /**
     * A choice.
     *
     * @param past whether the name has shown another revision of the same file since
     * @param next when the name's next choice was made
     */
    private record Choice(
            int number, long member, OffsetDateTime at, UUID collection, boolean past, Optional<OffsetDateTime> next) {}

    /**
     * The choices of some revisions.
     *
     * @param needed the revisions that one of them needs
     * @param past those which need none
     */
    record Made(Set<Integer> needed, List<Choice> past) {}

    /** The choices that there are of some revisions of a resource. */
    Made of(UUID resource, Collection<Integer> numbers) {
        List<Object> parameters = new ArrayList<>(List.of(resource));
        parameters.addAll(numbers);
        parameters.addAll(List.of(resource, resource));
        Map<UUID, Optional<UUID>> known = new HashMap<>();
        Made made = new Made(new HashSet<>(), new ArrayList<>());
        sql.list(
                        CHOICES.formatted(Sql.placeholders(numbers.size())),
                        PastChoiceRepository::choice,
                        parameters.toArray())
                .forEach(choice -> {
                    boolean forgettable = choice.past()
                            && known.computeIfAbsent(choice.collection(), ancestors::rootOf)
                                    .filter(root -> !root.equals(Resource.FILES) && !isShown(root, choice))
                                    .isPresent();
                    if (forgettable) {
                        made.past().add(choice);
                    } else {
                        made.needed().add(choice.number());
                    }
                });
        return made;
    }

    private static Choice choice(ResultSet row) throws SQLException {
        return new Choice(
                row.getInt(1),
                row.getLong(2),
                row.getObject(3, OffsetDateTime.class),
                row.getObject(4, UUID.class),
                row.getBoolean(5),
                Optional.ofNullable(row.getObject(6, OffsetDateTime.class)));
    }

    /** Whether something shows a workspace's tree as it was while a choice was the newest. */
    private boolean isShown(UUID root, Choice choice) {
        return choice.next().isEmpty()
                || sql.first(
                                "select 1 from configuration_layer where root_id = ? and as_of >= ? and as_of < ?"
                                        + " fetch first 1 rows only",
                                row -> true,
                                root,
                                choice.at(),
                                choice.next().get())
                        .isPresent();
    }

    /** Forgets the choices of revisions that have gone: at their times, what was chosen before is said to have shown. */
    void forget(Made made, Collection<Integer> gone) {
        sql.batch(
                "delete from default_choice where member_id = ? and chosen_at = ?",
                made.past().stream()
                        .filter(choice -> gone.contains(choice.number()))
                        .map(choice -> new Object[] {choice.member(), choice.at()})
                        .toList());
    }
}
