package io.tidemark.namespace;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.BitSet;
import java.util.List;
import java.util.UUID;

/**
 * What a revision contains: what it descends from, and what was merged into any of that (protocol, sections 5.3 and 5.4).
 */
@ApplicationScoped
public class Ancestry {

    private final AncestryRepository repository;

    /** Works with what is stored of histories. */
    @Inject
    Ancestry(AncestryRepository repository) {
        this.repository = repository;
    }

    /** For the container's proxies. */
    @SuppressWarnings("NullAway")
    protected Ancestry() {
        this.repository = null;
    }

    /**
     * Whether a revision is another one, descends from it, or was merged from it. A step back leads to a lower number, apart
     * from merges that a client has said of older revisions; so revisions are read a range of numbers at a time, from the
     * given one down, and hardly ever below the one that is looked for.
     */
    public boolean contains(UUID resource, int revision, int sought) {
        if (revision == sought) {
            return true;
        }
        boolean forward = repository.hasForwardMerges(resource);
        if (!forward && sought > revision) {
            return false;
        }
        int floor = forward ? 0 : sought - 1;
        BitSet reached = new BitSet();
        BitSet followed = new BitSet();
        reached.set(revision);
        int from = revision;
        while (from > floor) {
            int to = Math.max(floor, from - AncestryRepository.RANGE);
            follow(repository.steps(resource, to, from), reached, followed, to, from);
            if (reached.get(sought)) {
                return true;
            }
            from = highest(reached, followed);
        }
        return false;
    }

    private static void follow(
            List<AncestryRepository.Step> steps, BitSet reached, BitSet followed, int above, int upTo) {
        BitSet further = new BitSet();
        for (AncestryRepository.Step step : steps) {
            further.set(step.number());
            if (reached.get(step.number())) {
                reached.set(step.before());
                followed.set(step.number());
            }
        }
        // What comes from nothing needs no second look; what a step up has reached too late does.
        for (int number = reached.nextSetBit(above + 1);
                number >= 0 && number <= upTo;
                number = reached.nextSetBit(number + 1)) {
            if (!further.get(number)) {
                followed.set(number);
            }
        }
    }

    /** The highest revision that has been reached, and from which no step has been taken. */
    private static int highest(BitSet reached, BitSet followed) {
        int number = reached.length() - 1;
        while (number > 0 && followed.get(number)) {
            number = reached.previousSetBit(number - 1);
        }
        return number;
    }
}
