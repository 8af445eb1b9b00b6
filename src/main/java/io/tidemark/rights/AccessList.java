package io.tidemark.rights;

import io.tidemark.kernel.caller.Caller;
import java.util.List;
import java.util.UUID;

/**
 * Who may do what in a collection and below it, down to collections that have lists of their own. Whoever is not on it may
 * do nothing there.
 */
public record AccessList(UUID collection, List<Grant> grants) {

    /** Whether the caller has a privilege. */
    boolean grants(Caller caller, Privilege privilege) {
        return grants.stream()
                .anyMatch(grant -> grant.privileges().contains(privilege)
                        && grant.grantee().includes(caller));
    }
}
