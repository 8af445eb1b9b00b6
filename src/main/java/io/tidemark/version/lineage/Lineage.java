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

/** The graph of a resource's revisions, as stretches. */
@ApplicationScoped
class Lineage {

    @Inject
    private LineageRepository repository;

    /** Every revision. */
    List<Stretch> full(UUID resource) {
        return List.of(new Stretch(resource, null, 0, repository.newest(resource)));
    }

    /** A revision after those from which it descends: one stretch for each branch on the way. */
    List<Stretch> direct(UUID resource, int revision) {
        Deque<Stretch> line = new ArrayDeque<>();
        Optional<LineageRepository.Place> at = repository.place(resource, revision);
        while (at.isPresent()) {
            int branch = at.get().branch();
            Optional<LineageRepository.Place> base = repository.base(resource, branch);
            int after = base.map(LineageRepository.Place::number).orElse(0);
            line.addFirst(new Stretch(resource, branch, after, at.get().number()));
            at = base;
        }
        return List.copyOf(line);
    }

    /** How many revisions some stretches have. */
    int count(List<Stretch> stretches) {
        return stretches.stream().mapToInt(repository::count).sum();
    }

    /** The same stretches without their oldest revisions. */
    List<Stretch> skip(List<Stretch> stretches, int oldest) {
        List<Stretch> left = new ArrayList<>();
        int skipped = 0;
        for (Stretch stretch : stretches) {
            int toSkip = oldest - skipped;
            int count = toSkip > 0 ? repository.count(stretch) : 0;
            if (toSkip == 0) {
                left.add(stretch);
            } else if (toSkip < count) {
                repository.before(stretch, count - toSkip).map(stretch::from).ifPresent(left::add);
            }
            skipped += Math.min(toSkip, count);
        }
        return left;
    }

    /** Adds the revisions of a stretch to a report. */
    void write(Stretch stretch, RevisionItems items) {
        Pages.<DatedView>of(
                        RevisionItems.PAGE,
                        last -> repository.oldest(
                                last == null ? stretch : stretch.from(last.view().revision()), RevisionItems.PAGE))
                .forEach(page -> page.forEach(items::add));
    }
}
