package io.tidemark.retention;

import io.tidemark.namespace.RevisionPruning;
import io.tidemark.retention.Judgement.Rule;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Finds the revisions of a file that its policies let go and that nothing needs. */
@ApplicationScoped
class Expendable {

    private static final int PAGE = 500;

    @Inject
    private RetentionRepository repository;

    @Inject
    private RevisionPruning pruning;

    /**
     * What goes of a file.
     *
     * @param count how many revisions
     * @param bytes how long their contents are together
     * @param rules by what they go
     * @param oldest the oldest of them, so many as were asked for, the oldest first
     * @param needed whether some would go if nothing needed them
     * @param next when another will go; null for never
     */
    record Found(
            int count,
            long bytes,
            Set<Rule> rules,
            List<Integer> oldest,
            boolean needed,
            @Nullable Instant next) {}

    /** What of a file goes by now, by policies that agree. */
    Found of(UUID file, List<Policy> policies, Instant now, int wanted) {
        List<Judgement> judgements =
                policies.stream().map(policy -> new Judgement(policy, now)).toList();
        Deque<Integer> oldest = new ArrayDeque<>();
        Set<Rule> rules = EnumSet.noneOf(Rule.class);
        int count = 0;
        long bytes = 0;
        boolean needed = false;
        List<Version> page = repository.versions(file, Integer.MAX_VALUE, PAGE);
        while (!page.isEmpty()) {
            Map<Version, Rule> going = new LinkedHashMap<>();
            for (Version version : page) {
                List<Optional<Rule>> said = judgements.stream()
                        .map(judgement -> Optional.ofNullable(judgement.of(version)))
                        .toList();
                if (said.stream().allMatch(Optional::isPresent)) {
                    going.put(version, said.get(0).orElseThrow());
                }
            }
            Set<Integer> unneeded = Set.copyOf(pruning.unneeded(
                    file, going.keySet().stream().map(Version::number).toList()));
            needed |= unneeded.size() < going.size();
            for (Version version : going.keySet()) {
                if (unneeded.contains(version.number())) {
                    rules.add(Objects.requireNonNull(going.get(version)));
                    count++;
                    bytes += version.bytes();
                    oldest.push(version.number());
                }
            }
            while (oldest.size() > wanted) {
                oldest.removeLast();
            }
            page = repository.versions(file, page.get(page.size() - 1).number(), PAGE);
        }
        Instant next = judgements.stream()
                .map(Judgement::next)
                .filter(Objects::nonNull)
                .min(Instant::compareTo)
                .orElse(null);
        return new Found(count, bytes, rules, List.copyOf(oldest), needed, next);
    }
}
