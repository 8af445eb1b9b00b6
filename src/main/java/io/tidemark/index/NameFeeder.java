package io.tidemark.index;

import io.tidemark.index.NameRepository.Found;
import io.tidemark.index.TailRepository.Row;
import io.tidemark.kernel.memory.Pages;
import io.tidemark.namespace.MemberView;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

/** Brings the index of names to where the store is. */
@ApplicationScoped
class NameFeeder {

    private static final int PAGE = 500;

    @Inject
    private NameRepository names;

    @Inject
    private JournalTail journal;

    /**
     * Takes over what changes have done.
     *
     * @param after the change that is known already
     * @param last the one up to which all are to be known
     */
    void follow(NameIndex index, long after, long last) throws IOException {
        for (List<Row> page : journal.rows(after, last)) {
            Set<UUID> touched = page.stream()
                    .filter(row -> row.member() == null)
                    .map(Row::resource)
                    .filter(Objects::nonNull)
                    .collect(Collectors.toSet());
            List<Found> members = names.members(
                    page.stream().map(Row::member).filter(Objects::nonNull).collect(Collectors.toSet()));
            put(index, members);
            members.forEach(found -> touched.add(found.collection()));
            climb(index, touched);
            for (Row row : page) {
                if (row.filled() && row.resource() != null) {
                    fill(index, row.resource());
                }
            }
        }
    }

    /** What changes in a collection changes the time of all collections above it. */
    private void climb(NameIndex index, Set<UUID> touched) throws IOException {
        Set<UUID> seen = new HashSet<>(touched);
        Collection<UUID> level = touched;
        while (!level.isEmpty()) {
            List<Found> mapping = names.mapping(level);
            put(index, mapping);
            level = mapping.stream().map(Found::collection).filter(seen::add).toList();
        }
    }

    private void fill(NameIndex index, UUID collection) {
        journal.below(collection, (parent, page) -> {
            try {
                put(index, names.members(page.stream().map(MemberView::id).toList()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /** Adds all names there are; gives up when told to. */
    void build(NameIndex index, BooleanSupplier ended) throws IOException {
        for (List<Found> page : Pages.<Found>of(PAGE, last -> names.after(last == null ? 0 : last.member(), PAGE))) {
            put(index, page);
            if (ended.getAsBoolean()) {
                throw new IOException("The server ends.");
            }
        }
    }

    private static void put(NameIndex index, List<Found> found) throws IOException {
        for (Found one : found) {
            IndexedName mapped = one.mapped();
            if (mapped == null) {
                index.remove(one.member());
            } else {
                index.put(mapped);
            }
        }
    }
}
