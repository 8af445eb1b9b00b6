package io.tidemark.version.lineage;

import io.tidemark.kernel.memory.Pages;
import io.tidemark.target.DatedView;
import io.tidemark.target.FilesTarget;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Goes back in time through what a URL has shown: through the mappings of its name, in each through what SETDEFAULT
 * chose, and where nothing was chosen through the newest revisions of the primary branch.
 */
final class DefaultHistory {

    private static final int PAGE = 100;

    private final NameHistoryRepository names;
    private final LineageRepository revisions;
    private final RevisionItems items;
    private int left;
    private @Nullable DatedView last;

    DefaultHistory(NameHistoryRepository names, LineageRepository revisions, int limit, RevisionItems items) {
        this.names = names;
        this.revisions = revisions;
        this.items = items;
        this.left = limit;
    }

    /** Adds the revisions that a target's URL has shown, the newest first. */
    void write(FilesTarget target) {
        Long member = target.memberId();
        if (member == null) {
            tips(new NameHistoryRepository.Mapping(target.mapped().id(), Instant.EPOCH, NameHistoryRepository.FOREVER));
            return;
        }
        Instant before = NameHistoryRepository.FOREVER.plusSeconds(1);
        for (List<NameHistoryRepository.Mapping> page : Pages.<NameHistoryRepository.Mapping>of(
                PAGE, oldest -> names.newestMappings(member, oldest == null ? before : oldest.until(), PAGE))) {
            page.forEach(mapping -> mapping(member, mapping));
            if (left == 0) {
                return;
            }
        }
    }

    private void mapping(long member, NameHistoryRepository.Mapping mapping) {
        last = null;
        Instant until = mapping.until();
        List<NameHistoryRepository.Choice> page = names.newestChoices(member, mapping, until, PAGE);
        while (!page.isEmpty() && left > 0) {
            for (NameHistoryRepository.Choice choice : page) {
                if (choice.revision() != null) {
                    add(choice.revision());
                } else {
                    tips(new NameHistoryRepository.Mapping(mapping.resource(), choice.at(), until));
                }
                until = choice.at();
            }
            page = names.newestChoices(member, mapping, until, PAGE);
        }
        tips(new NameHistoryRepository.Mapping(mapping.resource(), mapping.since(), until));
    }

    /** The primary branch's newest revisions of a span of time, down to the one that it began with. */
    private void tips(NameHistoryRepository.Mapping span) {
        for (List<DatedView> page : Pages.<DatedView>of(
                RevisionItems.PAGE,
                oldest -> revisions.newestTips(
                        span.resource(), oldest == null ? span.until() : oldest.made(), RevisionItems.PAGE))) {
            for (DatedView tip : page) {
                add(tip);
                if (left == 0 || !tip.made().isAfter(span.since())) {
                    return;
                }
            }
        }
    }

    /** Adds a revision, unless it is the one that was shown just after. */
    private void add(DatedView revision) {
        if (left > 0 && !revision.equals(last)) {
            items.add(revision);
            left--;
        }
        last = revision;
    }
}
