package io.tidemark.version.property;

import io.tidemark.kernel.xml.Rfc3253;
import io.tidemark.namespace.Fork;
import io.tidemark.namespace.ForkRepository;
import io.tidemark.namespace.ResourceView;
import io.tidemark.version.RevisionDetails;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import javax.xml.namespace.QName;
import org.jspecify.annotations.Nullable;

/** {@code DAV:checkout-fork}: what a revision says of being checked out a second time, or after it has a successor. */
@ApplicationScoped
public class CheckoutForkProperty extends ForkProperty {

    @Inject
    private ForkRepository forks;

    @Override
    public QName name() {
        return Rfc3253.CHECKOUT_FORK;
    }

    @Override
    @Nullable
    Fork rule(RevisionDetails revision) {
        return revision.checkoutFork();
    }

    @Override
    void store(ResourceView revision, @Nullable Fork rule) {
        forks.setCheckoutFork(revision, rule);
    }
}
