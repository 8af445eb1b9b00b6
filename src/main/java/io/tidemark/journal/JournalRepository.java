package io.tidemark.journal;

import io.tidemark.kernel.sql.Sql;
import io.tidemark.kernel.sql.SqlStatement;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What writers add to the journal, and what readers of tokens ask it. */
@ApplicationScoped
public class JournalRepository {

    /** What {@code journal_seq} counts in: no change has a place between two that are so far apart. */
    static final int PLACES_APART = 100;

    private static final String INSERT =
            "insert into journal (place, ordinal, change_id, kind, member_id, resource_id, principal, at,"
                    + " deeds, revision_number) values (%s, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    /** The column's default draws a place. */
    private static final String FIRST = INSERT.formatted("default");

    private static final String FURTHER = INSERT.formatted("currval('journal_seq')");

    @Inject
    private Sql sql;

    /** Makes the head of an empty journal, unless there is one. */
    void createHeadIfAbsent(UUID incarnation) {
        sql.update(
                "insert into journal_head (id, incarnation, number, hash) values (?, ?, 0, ?) on conflict do nothing",
                NumberingRepository.HEAD,
                incarnation,
                new byte[32]);
    }

    /**
     * Writes the rows of a change when its transaction is about to commit.
     *
     * @param written how many it has already, its place among them
     * @param rows asked for at that time; one at least
     * @param told completes each of them then
     */
    void appendAtEnd(ChangeNote change, int written, Collection<JournalRow> rows, UnaryOperator<JournalRow> told) {
        List<@Nullable Object[]> values = new ArrayList<>();
        sql.batchAtEnd(written > 0 ? FURTHER : FIRST, () -> {
            rows.forEach(row -> values.add(change.values(written + values.size(), told.apply(row))));
            return values.subList(0, 1);
        });
        sql.batchAtEnd(FURTHER, () -> values.subList(1, values.size()));
    }

    /** The statement that writes the first row of a change, and draws its place. */
    static SqlStatement first(ChangeNote change, JournalRow row) {
        return new SqlStatement(FIRST, change.values(0, row));
    }

    /** Marks members of a collection that nobody knows yet: they have always been mapped to what they are. */
    void addMarks(UUID newCollection, Map<Long, UUID> members) {
        sql.insert(
                "member_mark (member_id, collection_id, resource_id, number, mapped, below, mark)",
                members.entrySet().stream()
                        .map(member ->
                                new @Nullable Object[] {member.getKey(), newCollection, member.getValue(), 0, 0, 0, 0})
                        .toList());
    }

    /** Which life of the store this is. */
    public UUID incarnation() {
        return sql.first(
                        "select incarnation from journal_head where id = ?",
                        row -> row.getObject(1, UUID.class),
                        NumberingRepository.HEAD)
                .orElseThrow();
    }

    /** The hash of a numbered change, if the journal still has it. */
    public Optional<byte[]> hash(long number) {
        return sql.first("select hash from change_link where number = ?", row -> row.getBytes(1), number);
    }
}
