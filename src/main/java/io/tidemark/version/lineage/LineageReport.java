package io.tidemark.version.lineage;

import io.tidemark.kernel.memory.Pages;
import io.tidemark.namespace.ResourceView;
import io.tidemark.target.FilesTarget;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A report on a resource's revisions, and by name on those of the resources that its URL had before: one resource after
 * the other in the order in which they came there, of each the oldest revision first.
 */
abstract class LineageReport extends RevisionReport {

    private static final int PAGE = 100;
    private static final NameHistoryRepository.Mapping FIRST =
            new NameHistoryRepository.Mapping(new UUID(0, 0), Instant.EPOCH, Instant.EPOCH);
    private static final NameHistoryRepository.Mapping LAST =
            new NameHistoryRepository.Mapping(new UUID(-1, -1), NameHistoryRepository.FOREVER, Instant.EPOCH);

    @Inject
    private NameHistoryRepository names;

    @Inject
    private Lineage lineage;

    /** Where a report begins that has a limit: at a resource, of which it leaves out the oldest revisions. */
    private record Start(NameHistoryRepository.Mapping mapping, int skipped) {}

    /** The revisions of a resource that are listed. */
    abstract List<RevisionRange> stretches(FilesTarget target, NameHistoryRepository.Mapping mapping);

    @Override
    void write(FilesTarget target, LineageRequest asked, RevisionItems items) {
        Long member = target.memberId();
        if (asked.scope() == LineageScope.ID || member == null || !target.isAtName()) {
            List<RevisionRange> all = stretches(target, only(target.mapped()));
            int skipped = asked.isLimited() ? Math.max(0, lineage.count(all) - asked.limit()) : 0;
            write(all, skipped, items);
            return;
        }
        Optional<Start> start = asked.isLimited() ? start(target, member, asked.limit()) : Optional.empty();
        start.ifPresent(first -> write(stretches(target, first.mapping()), first.skipped(), items));
        NameHistoryRepository.Mapping before = start.map(Start::mapping).orElse(FIRST);
        Pages.<NameHistoryRepository.Mapping>of(
                        PAGE, last -> names.oldestResources(member, last == null ? before : last, PAGE))
                .forEach(page -> page.forEach(mapping -> write(stretches(target, mapping), 0, items)));
    }

    private static NameHistoryRepository.Mapping only(ResourceView resource) {
        return new NameHistoryRepository.Mapping(resource.id(), Instant.EPOCH, NameHistoryRepository.FOREVER);
    }

    private void write(List<RevisionRange> stretches, int skipped, RevisionItems items) {
        lineage.skip(stretches, skipped).forEach(stretch -> lineage.write(stretch, items));
    }

    /** Counts from the newest revision backwards; empty when there are not so many. */
    private Optional<Start> start(FilesTarget target, long member, int limit) {
        int left = limit;
        for (List<NameHistoryRepository.Mapping> page : Pages.<NameHistoryRepository.Mapping>of(
                PAGE, last -> names.newestResources(member, last == null ? LAST : last, PAGE))) {
            for (NameHistoryRepository.Mapping mapping : page) {
                int count = lineage.count(stretches(target, mapping));
                if (count >= left) {
                    return Optional.of(new Start(mapping, count - left));
                }
                left -= count;
            }
        }
        return Optional.empty();
    }

    /** The line of a revision's predecessors. */
    final List<RevisionRange> direct(UUID resource, int revision) {
        return lineage.direct(resource, revision);
    }

    /** The whole graph. */
    final List<RevisionRange> full(UUID resource) {
        return lineage.full(resource);
    }
}
