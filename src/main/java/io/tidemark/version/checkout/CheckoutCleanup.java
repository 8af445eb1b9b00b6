package io.tidemark.version.checkout;

import io.tidemark.lock.CheckoutLocks;
import io.tidemark.namespace.Checkout;
import io.tidemark.namespace.CheckoutRepository;
import io.tidemark.namespace.Destroyed;
import io.tidemark.namespace.RevisionHolder;
import io.tidemark.namespace.WorkingState;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** What has revisions checked out needs them, but keeps nobody from destroying their resource: the checkouts go with it. */
@ApplicationScoped
public class CheckoutCleanup implements RevisionHolder {

    private static final int PAGE = 200;

    @Inject
    private CheckoutRepository checkouts;

    @Inject
    private WorkingState state;

    @Inject
    private CheckoutLocks locks;

    @Override
    public Set<Integer> held(UUID resource, Collection<Integer> numbers) {
        return checkouts.checkedOut(resource, numbers);
    }

    @Override
    public boolean preventsDestruction(UUID resource) {
        return false;
    }

    /** Ends all checkouts of a resource. */
    void abandon(@Observes Destroyed destroyed) {
        List<Checkout> page = checkouts.list(destroyed.resource(), CheckoutRepository.FIRST, PAGE);
        while (!page.isEmpty()) {
            page.forEach(checkout -> {
                state.discard(checkout, false);
                locks.release(checkout.workingId());
            });
            page = checkouts.list(destroyed.resource(), CheckoutRepository.FIRST, PAGE);
        }
    }
}
