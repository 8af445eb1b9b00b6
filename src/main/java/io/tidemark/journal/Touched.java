package io.tidemark.journal;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a batch of changes touched, with the number of the newest change that did. */
final class Touched {

    private final Map<Long, Long> members = new HashMap<>();
    private final Map<Long, Long> mapped = new HashMap<>();
    private final Map<UUID, Long> resources = new HashMap<>();

    void add(ChangeKind kind, @Nullable Long memberId, @Nullable UUID resourceId, long number) {
        if (memberId != null) {
            members.merge(memberId, number, Math::max);
            if (kind == ChangeKind.MAPPED) {
                mapped.merge(memberId, number, Math::max);
            }
        }
        if (resourceId != null) {
            resources.merge(resourceId, number, Math::max);
        }
    }

    /** The members touched by name. */
    Map<Long, Long> members() {
        return members;
    }

    /** Of those, the members at which something was mapped. */
    Map<Long, Long> mapped() {
        return mapped;
    }

    /** The resources touched wherever they are mapped. */
    Map<UUID, Long> resources() {
        return resources;
    }
}
