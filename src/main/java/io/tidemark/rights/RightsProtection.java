package io.tidemark.rights;

import io.tidemark.guard.Effect;
import io.tidemark.guard.Protection;
import io.tidemark.kernel.error.Condition;
import io.tidemark.kernel.error.DavException;
import io.tidemark.namespace.Ancestors;
import io.tidemark.target.ConfiguredTarget;
import io.tidemark.target.FilesTarget;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Keeps writes from where the caller has no right to them (RFC 3744, section 3). */
@ApplicationScoped
class RightsProtection implements Protection {

    @Inject
    private Rights rights;

    @Inject
    private AccessListRepository lists;

    @Inject
    private Ancestors ancestors;

    /** What a caller may not do at all says nothing of locks that it would meet besides. */
    @Override
    public boolean isFirst() {
        return true;
    }

    @Override
    public void check(FilesTarget target, Effect effect, List<String> submittedTokens) {
        boolean granted = switch (effect) {
            case MODIFY, RESERVE -> rights.may(target, Privilege.WRITE);
            case ADMINISTER -> rights.may(target, Privilege.WRITE_ACL);
            case MEMBERSHIP -> rights.mayAround(target);
            case REMOVE -> rights.may(target, Privilege.WRITE) && mayBelow(target);
        };
        if (!granted) {
            Privilege missing = effect == Effect.ADMINISTER ? Privilege.WRITE_ACL : Privilege.WRITE;
            throw DavException.of(403, Condition.needPrivileges(target.href(), missing.element()));
        }
    }

    /** What goes from a URL goes with everything below it. */
    private boolean mayBelow(FilesTarget target) {
        // Of what a configuration as a whole shows, nothing goes with it.
        boolean shown = target instanceof ConfiguredTarget && target.isRoot();
        if (!target.isCollection() || shown || rights.areUnused()) {
            return true;
        }
        Set<UUID> refusing = rights.without(lists.listed(), Privilege.WRITE);
        return ancestors
                .below(refusing, ConfiguredLevels.collections(target), true)
                .isEmpty();
    }
}
