package io.tidemark.journal;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a numbered change did at a name.
 *
 * @param collectionId the collection that the name is in; of what changed of a collection itself, that one
 * @param memberId the name; {@link #ITSELF} for what changed of a collection itself
 * @param resourceId what it was done to
 * @param deeds what was done, as {@link Deed} has it; 0 where that was not kept
 * @param revision the revision that shows it; null for none
 * @param otherId of what was moved, the name at the other end; else null
 */
record MemberChange(
        UUID collectionId,
        long number,
        long memberId,
        UUID resourceId,
        int deeds,
        @Nullable Integer revision,
        @Nullable Long otherId) {

    /** In a name's place, the collection itself. */
    static final long ITSELF = 0;

    /** The same, done together with something else. */
    MemberChange and(MemberChange other) {
        return new MemberChange(
                collectionId,
                number,
                memberId,
                resourceId,
                deeds | other.deeds,
                other.revision == null ? revision : other.revision,
                otherId == null ? other.otherId : otherId);
    }
}
