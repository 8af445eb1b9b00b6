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

/** {@code DAV:checkin-fork}: what a revision says of a second successor. */
@ApplicationScoped
public class CheckinForkProperty extends ForkProperty {

    @Inject
    private ForkRepository forks;

    @Override
    public QName name() {
        return Rfc3253.CHECKIN_FORK;
    }

    @Override
    @Nullable
    Fork rule(RevisionDetails revision) {
        return revision.checkinFork();
    }

    @Override
    void store(ResourceView revision, @Nullable Fork rule) {
        forks.setCheckinFork(revision, rule);
    }
}
