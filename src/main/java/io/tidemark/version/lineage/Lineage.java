package io.tidemark.version.lineage;

import io.tidemark.kernel.memory.Pages;
import io.tidemark.target.DatedView;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The graph of a resource's revisions, as ranges. */
@ApplicationScoped
class Lineage {

    @Inject
    private LineageRepository repository;

    /** Every revision. */
    List<RevisionRange> full(UUID resource) {
        return List.of(new RevisionRange(resource, null, 0, repository.newest(resource)));
    }

    /** A revision after those from which it descends: one range for each branch on the way. */
    List<RevisionRange> direct(UUID resource, int revision) {
        Deque<RevisionRange> line = new ArrayDeque<>();
        Optional<LineageRepository.Place> at = repository.place(resource, revision);
        while (at.isPresent()) {
            int branch = at.get().branch();
            Optional<LineageRepository.Place> base = repository.base(resource, branch);
            int after = base.map(LineageRepository.Place::number).orElse(0);
            line.addFirst(new RevisionRange(resource, branch, after, at.get().number()));
            at = base;
        }
        return List.copyOf(line);
    }

    /** How many revisions some ranges have. */
    int count(List<RevisionRange> stretches) {
        return stretches.stream().mapToInt(repository::count).sum();
    }

    /** The same stretches without their oldest revisions. */
    List<RevisionRange> skip(List<RevisionRange> stretches, int oldest) {
        List<RevisionRange> left = new ArrayList<>();
        int skipped = 0;
        for (RevisionRange range : stretches) {
            int toSkip = oldest - skipped;
            int count = toSkip > 0 ? repository.count(range) : 0;
            if (toSkip == 0) {
                left.add(range);
            } else if (toSkip < count) {
                repository.before(range, count - toSkip).map(range::from).ifPresent(left::add);
            }
            skipped += Math.min(toSkip, count);
        }
        return left;
    }

    /** Adds the revisions of a range to a report. */
    void write(RevisionRange range, RevisionItems items) {
        Pages.<DatedView>of(
                        RevisionItems.PAGE,
                        last -> repository.oldest(
                                last == null ? range : range.from(last.view().revision()), RevisionItems.PAGE))
                .forEach(page -> page.forEach(items::add));
    }
}
