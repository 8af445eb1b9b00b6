package io.tidemark.namespace;

import io.tidemark.content.ContentHash;
import io.tidemark.content.Contents;
import io.tidemark.journal.Change;
import io.tidemark.journal.Deed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the number of a resource's revisions down (protocol, section 4.10): older ones than the newest so many go, unless
 * something needs them. What followed a revision that goes follows what that one followed. The caller's transaction has the
 * resource's row.
 */
@ApplicationScoped
public class RevisionPruning {

    /** A write looks at the revision that has just become too old, and at some others that were needed once. */
    private static final int PER_WRITE = 2;

    private static final int BATCH = 200;

    @Inject
    private RevisionRepository revisions;

    @Inject
    private RevisionPruningRepository repository;

    @Inject
    private PastChoiceRepository choices;

    @Inject
    private PropertySetRepository propertySets;

    @Inject
    private Contents contents;

    @Inject
    @Any
    private Instance<RevisionHolder> holders;

    @Inject
    private Change change;

    @Inject
    private Event<ContentGone> contentGone;

    /** Keeps so many revisions from now on, beginning with those that are there; all for null. */
    public void keep(ResourceView resource, @Nullable Integer most) {
        Resource of = revisions.find(resource.id());
        of.keepRevisions(most);
        change.changed(of.id(), Deed.PROPERTIES);
        if (most != null) {
            boolean more = true;
            while (more) {
                more = goThrough(of, of.newestNumber() - most, BATCH);
            }
        }
    }

    /** A revision has been made: another may be one too many. What the writer makes of the new one is done. */
    void afterRevision(Resource of) {
        Integer most = of.maxRevisions();
        if (most != null && of.newestNumber() > most) {
            int last = of.newestNumber() - most;
            remove(of, repository.oldest(of.id(), Math.max(last - 1, 0), last, 1));
            goThrough(of, last, PER_WRITE);
        }
    }

    /** Goes on through the revisions up to a number, from the first again after the last; says whether there are more. */
    private boolean goThrough(Resource of, int last, int limit) {
        List<Integer> numbers = repository.oldest(of.id(), of.condensedTo(), last, limit);
        remove(of, numbers);
        boolean more = numbers.size() == limit;
        of.condenseTo(more ? numbers.get(limit - 1) : 0);
        return more;
    }

    /**
     * Keeps so many of a branch's revisions, besides those that something needs; now, and not from now on. The caller has the
     * resource's row.
     */
    public void condense(UUID resource, int branch, int most) {
        Resource of = revisions.find(resource);
        int last = repository.newestBehind(resource, branch, most).orElse(0);
        int after = 0;
        List<Integer> numbers = repository.oldest(resource, branch, after, last, BATCH);
        while (!numbers.isEmpty()) {
            remove(of, numbers);
            after = numbers.get(numbers.size() - 1);
            numbers = repository.oldest(resource, branch, after, last, BATCH);
        }
    }

    /**
     * A branch has got a revision of which so many are kept, unless the resource says by itself how many it keeps: another
     * may be one too many.
     */
    public void afterRevision(UUID resource, int branch, int most) {
        Resource of = revisions.find(resource);
        if (of.maxRevisions() != null || of.newestNumber() <= most) {
            return;
        }
        repository.newestBehind(resource, branch, most).ifPresent(last -> {
            remove(of, List.of(last));
            List<Integer> numbers = repository.oldest(resource, branch, of.condensedTo(), last, PER_WRITE);
            remove(of, numbers);
            of.condenseTo(numbers.size() == PER_WRITE ? numbers.get(PER_WRITE - 1) : 0);
        });
    }

    /**
     * Takes some of a resource's revisions, unless something needs them. The caller has the resource's row.
     *
     * @return those that have gone
     */
    public List<Integer> take(UUID resource, List<Integer> numbers) {
        return remove(revisions.find(resource), numbers);
    }

    /** Of some revisions of a resource, those that nothing needs. */
    public List<Integer> unneeded(UUID resource, List<Integer> numbers) {
        List<Integer> going = new ArrayList<>(repository.unneeded(resource, numbers));
        return going.isEmpty() ? going : unneeded(resource, going, choices.of(resource, going));
    }

    private List<Integer> unneeded(UUID resource, List<Integer> going, PastChoiceRepository.Made made) {
        Set<Integer> held = new HashSet<>(made.needed());
        holders.forEach(holder -> held.addAll(holder.held(resource, going)));
        going.removeAll(held);
        return going;
    }

    private List<Integer> remove(Resource of, List<Integer> numbers) {
        List<Integer> going = new ArrayList<>(repository.unneeded(of.id(), numbers));
        if (going.isEmpty()) {
            return going;
        }
        PastChoiceRepository.Made made = choices.of(of.id(), going);
        unneeded(of.id(), going, made).forEach(number -> remove(of, number));
        choices.forget(made, going);
        return going;
    }

    private void remove(Resource of, int number) {
        Revision gone = revisions.find(of.id(), number);
        ContentHash hash = gone.contentHash();
        if (hash != null) {
            contentGone.fire(new ContentGone(of.id(), number));
        }
        revisions.remove(gone);
        if (hash != null) {
            contents.release(hash);
        }
        if (gone.propertySetId() != null) {
            propertySets.deleteIfUnused(gone.propertySetId(), of.id());
        }
    }
}
