package io.tidemark.retention;

import io.tidemark.retention.Policy.Keep;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a policy says of the revisions of one file, at one time. It is told of them from the newest to the oldest, and keeps
 * in mind no more than the last of each branch. It does not know what else may need a revision.
 */
final class Judgement {

    /** By what a revision goes. */
    enum Rule {
        /** Its author has made a newer one in the same session. */
        SESSION,
        /** No {@code T:keep} keeps it. */
        KEEP
    }

    private record Span(Keep keep, int branch) {}

    private final Policy policy;
    private final Instant now;
    private final Map<Integer, Version> newer = new HashMap<>();
    private final Map<Span, Long> taken = new HashMap<>();
    private @Nullable Instant next;

    Judgement(Policy policy, Instant now) {
        this.policy = policy;
        this.now = now;
    }

    /** By what the next older revision goes; null when it stays. */
    @Nullable
    Rule of(Version version) {
        Version follower = newer.put(version.branch(), version);
        if (policy.session() != null
                && follower != null
                && follower.author().equals(version.author())
                && !version.createdAt().plus(policy.session()).isBefore(follower.createdAt())) {
            return Rule.SESSION;
        }
        return policy.keeps().isEmpty() || isKept(version) ? null : Rule.KEEP;
    }

    /** When another of the revisions will go, if nothing happens until then; null for never. */
    @Nullable
    Instant next() {
        return next;
    }

    private boolean isKept(Version version) {
        boolean forEver = false;
        Instant last = null;
        for (Keep keep : policy.keeps()) {
            Instant until = keep.until(version.createdAt());
            if (until != null && !now.isBefore(until)) {
                continue;
            }
            if (isFirst(keep, version)) {
                forEver |= until == null;
                last = last == null || (until != null && until.isAfter(last)) ? until : last;
            }
        }
        if (!forEver && last != null && (next == null || last.isBefore(next))) {
            next = last;
        }
        return forEver || last != null;
    }

    /** Whether a revision is the newest of its span. */
    private boolean isFirst(Keep keep, Version version) {
        if (keep.every() == null) {
            return true;
        }
        long span = keep.span(version.createdAt());
        return !Objects.equals(taken.put(new Span(keep, version.branch()), span), span);
    }
}
