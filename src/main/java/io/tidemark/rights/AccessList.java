package io.tidemark.rights;

import io.tidemark.kernel.caller.Caller;
import java.util.List;
import java.util.UUID;

/**
 * Who may do what in a collection and below it, down to collections that have lists of their own. Whoever is not on it may
 * do nothing there, but for administrators and for the collection's owner, who can take back what a list says.
 *
 * @param owner the collection's owner; for a list that is to be stored, whom the collection has
 */
public record AccessList(UUID collection, String owner, List<Grant> grants) {

    /** What a collection's owner keeps, whatever the list says (RFC 3744, section 5.5.4: protected). */
    public static final List<Privilege> OF_OWNER = List.of(Privilege.READ, Privilege.READ_ACL, Privilege.WRITE_ACL);

    /** Whether the caller has a privilege. */
    boolean grants(Caller caller, Privilege privilege) {
        return (OF_OWNER.contains(privilege) && owner.equals(caller.name())) || isGranted(caller, privilege);
    }

    private boolean isGranted(Caller caller, Privilege privilege) {
        return grants.stream()
                .anyMatch(grant -> grant.privileges().contains(privilege)
                        && grant.grantee().includes(caller));
    }
}
