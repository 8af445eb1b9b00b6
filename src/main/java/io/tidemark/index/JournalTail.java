package io.tidemark.index;

import io.tidemark.index.TailRepository.Row;
import io.tidemark.kernel.memory.Pages;
import io.tidemark.namespace.MemberRepository;
import io.tidemark.namespace.MemberView;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;

/** Reads what has changed since a change. */
@ApplicationScoped
class JournalTail {

    private static final int PAGE = 500;
    private static final int NO_ORDINAL = Integer.MAX_VALUE;

    @Inject
    private TailRepository repository;

    @Inject
    private MemberRepository members;

    /** The pages of rows behind a change, up to another. */
    Iterable<List<Row>> rows(long after, long last) {
        return Pages.<Row>of(
                PAGE,
                row -> row == null
                        ? repository.after(after, NO_ORDINAL, last, PAGE)
                        : repository.after(row.number(), row.ordinal(), last, PAGE));
    }

    /** Whether the journal has forgotten something behind a change. */
    boolean isForgotten(long after) {
        return repository.forgotten() > after;
    }

    /**
     * Shows everything below a collection, in pages, with the collection that it is in. A collection that is bound several
     * times is shown once: of twenty, each bound twice into the next, there would be a million ways to the last.
     */
    void below(UUID collection, BiConsumer<UUID, List<MemberView>> reader) {
        Deque<UUID> pending = new ArrayDeque<>(List.of(collection));
        Set<UUID> seen = new HashSet<>(pending);
        while (!pending.isEmpty()) {
            UUID at = pending.pop();
            for (List<MemberView> page :
                    Pages.<MemberView>of(PAGE, last -> members.list(at, last == null ? "" : last.name(), PAGE))) {
                reader.accept(at, page);
                page.stream()
                        .map(MemberView::resource)
                        .filter(resource -> resource.collection() && seen.add(resource.id()))
                        .forEach(resource -> pending.push(resource.id()));
            }
        }
    }
}
