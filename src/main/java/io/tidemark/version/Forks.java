package io.tidemark.version;

import io.tidemark.kernel.error.Condition;
import io.tidemark.kernel.error.Conditions;
import io.tidemark.kernel.error.DavException;
import io.tidemark.namespace.CheckoutRepository;
import io.tidemark.namespace.Fork;
import io.tidemark.namespace.ForkRepository;
import io.tidemark.namespace.Successor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.UUID;

/** Keeps revisions from a second successor, where they say so (RFC 3253, sections 4.1, 4.3 and 4.4). */
@ApplicationScoped
public class Forks {

    @Inject
    private ForkRepository forks;

    @Inject
    private CheckoutRepository checkouts;

    /**
     * Lets a revision through that is to follow another.
     *
     * @throws DavException 409 {@code checkin-fork-forbidden} or {@code checkin-fork-discouraged}
     */
    void checkSuccessor(@Observes Successor next) {
        if (!isSettled(next.rule(), next.wanted()) && forks.hasSuccessor(next.resource(), next.number())) {
            throw refusal(next.rule(), Conditions.CHECKIN_FORK_FORBIDDEN, Conditions.CHECKIN_FORK_DISCOURAGED);
        }
    }

    /**
     * Lets a checkout of a revision through.
     *
     * @param wanted whether a fork is what the request wants
     * @throws DavException 409 {@code checkout-of-version-with-descendant-is-forbidden} and its three sisters
     */
    public void checkCheckout(UUID resource, int number, boolean wanted) {
        Fork rule = forks.checkoutFork(resource, number).orElse(null);
        if (rule == null || isSettled(rule, wanted)) {
            return;
        }
        if (forks.hasSuccessor(resource, number)) {
            throw refusal(
                    rule,
                    Conditions.CHECKOUT_OF_VERSION_WITH_DESCENDANT_IS_FORBIDDEN,
                    Conditions.CHECKOUT_OF_VERSION_WITH_DESCENDANT_IS_DISCOURAGED);
        }
        if (!checkouts.checkedOut(resource, Set.of(number)).isEmpty()) {
            throw refusal(
                    rule,
                    Conditions.CHECKOUT_OF_CHECKED_OUT_VERSION_IS_FORBIDDEN,
                    Conditions.CHECKOUT_OF_CHECKED_OUT_VERSION_IS_DISCOURAGED);
        }
    }

    private static boolean isSettled(Fork rule, boolean wanted) {
        return rule == Fork.DISCOURAGED && wanted;
    }

    private static DavException refusal(Fork rule, Condition forbidden, Condition discouraged) {
        return DavException.of(409, rule == Fork.FORBIDDEN ? forbidden : discouraged);
    }
}
