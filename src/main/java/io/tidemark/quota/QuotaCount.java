package io.tidemark.quota;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/** Begins the quota of a collection with what is below it already. Nobody else writes there meanwhile. */
@ApplicationScoped
class QuotaCount {

    @Inject
    private QuotaRepository quotas;

    @Inject
    private QuotaCountRepository members;

    /** Counts and begins; it takes as long as there is much, and the memory of as many ids as there are collections. */
    void begin(UUID quota, long limit) {
        Set<UUID> found = new HashSet<>(Set.of(quota));
        Deque<UUID> pending = new ArrayDeque<>(found);
        while (!pending.isEmpty()) {
            UUID collection = pending.pop();
            members.chargeMembers(quota, collection);
            members.collections(collection).stream().filter(found::add).forEach(pending::push);
        }
        quotas.begin(quota, limit);
    }
}
