package io.tidemark.retention;

import io.tidemark.namespace.ResourceView;
import io.tidemark.namespace.RevisionPruning;
import io.tidemark.retention.Expendable.Found;
import io.tidemark.retention.RetentionRepository.Below;
import io.tidemark.retention.RetentionRepository.Due;
import io.tidemark.target.RevisionViewRepository;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Looks at one file or collection in one short transaction. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class RetentionService {

    /** What goes in one transaction, for which a writer may have to wait. */
    private static final int AT_ONCE = 20;

    private static final int PAGE = 500;

    /** What something needs may go once nothing does, of which nobody is told. */
    private static final Duration NEEDED = Duration.ofMinutes(45);

    /** What nobody was told of, such as members that an import has brought, is found when all is looked at again. */
    private static final Duration AGAIN = Duration.ofDays(1);

    @Inject
    private RetentionRepository repository;

    @Inject
    private RevisionViewRepository views;

    @Inject
    private Policies policies;

    @Inject
    private Expendable expendable;

    @Inject
    private RevisionPruning pruning;

    /**
     * What has gone of a file.
     *
     * @param path where the file is
     */
    public record Removal(UUID file, String path, List<Integer> revisions) {}

    /** What is to be looked at by now. */
    public List<Due> due(Instant now, int limit) {
        return repository.due(now, limit);
    }

    /** Looks at something, and says when it is to be looked at again. */
    public Optional<Removal> look(Due due, Instant now) {
        Optional<ResourceView> found = views.locked(due.resource());
        if (found.isEmpty()) {
            repository.lookedAt(due.resource(), null, "");
            return Optional.empty();
        }
        if (found.get().collection()) {
            lookInto(due, now);
            return Optional.empty();
        }
        return look(due.resource(), now);
    }

    private void lookInto(Due due, Instant now) {
        List<Below> page = repository.below(due.resource(), due.after(), PAGE);
        repository.lookAtAll(page.stream().map(Below::resource).toList(), now);
        if (page.size() == PAGE) {
            repository.lookedAt(due.resource(), now, page.get(PAGE - 1).name());
        } else {
            boolean begins = !repository.policies(List.of(due.resource())).isEmpty();
            repository.lookedAt(due.resource(), begins ? now.plus(AGAIN) : null, "");
        }
    }

    private Optional<Removal> look(UUID file, Instant now) {
        Policies.Counting counting = policies.of(file);
        if (counting.policies().isEmpty()) {
            repository.lookedAt(file, null, "");
            return Optional.empty();
        }
        Found found = expendable.of(file, counting.policies(), now, AT_ONCE);
        List<Integer> gone = found.oldest().isEmpty() ? List.of() : pruning.take(file, found.oldest());
        repository.lookedAt(file, next(found, now), "");
        return gone.isEmpty() ? Optional.empty() : Optional.of(new Removal(file, counting.path(), gone));
    }

    private static @Nullable Instant next(Found found, Instant now) {
        if (found.count() > found.oldest().size()) {
            return now;
        }
        Instant needed = found.needed() ? now.plus(NEEDED) : null;
        Instant next = found.next();
        return needed == null || (next != null && next.isBefore(needed)) ? next : needed;
    }
}
