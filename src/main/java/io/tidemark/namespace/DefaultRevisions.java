package io.tidemark.namespace;

import io.tidemark.journal.Change;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which revision a member URL shows, where a client has chosen one (protocol, section 4.6). Every choice is remembered. */
@ApplicationScoped
public class DefaultRevisions {

    @Inject
    private MemberRepository members;

    @Inject
    private ShownRevisionEvents moves;

    @Inject
    private Change change;

    /** Shows a resource's revision at a member's URL; with null, the newest of the primary branch again. */
    public void choose(long memberId, UUID resource, @Nullable Integer number) {
        if (members.chooseDefault(memberId, number)) {
            members.rememberDefault(memberId, change.at(), number);
            change.chosen(memberId, resource, number);
            moves.chosen(memberId, resource, number);
        }
    }

    /** Ends the choice, if there is one, because a newer revision has been made through the URL. */
    public void end(@Nullable Long memberId) {
        if (memberId != null && members.chooseDefault(memberId, null)) {
            members.rememberDefault(memberId, change.at(), null);
        }
    }
}
