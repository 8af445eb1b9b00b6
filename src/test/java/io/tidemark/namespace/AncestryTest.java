package io.tidemark.namespace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AncestryTest {
    private static final UUID RESOURCE = new UUID(0, 1);

    private final Graph graph = new Graph();
    private final Ancestry ancestry = new Ancestry(graph);

    @Test
    void aRevisionContainsItself() {
        assertThat(contains(3, 3)).isTrue();
    }

    @Test
    void aRevisionContainsWhatItDescendsFrom() {
        graph.step(2, 1).step(3, 2).step(4, 3);
        assertThat(contains(4, 1)).isTrue();
        assertThat(contains(1, 4)).isFalse();
    }

    @Test
    void branchesDoNotContainEachOther() {
        graph.step(2, 1).step(3, 1).step(4, 2).step(5, 3);
        assertThat(contains(5, 4)).isFalse();
        assertThat(contains(4, 3)).isFalse();
        assertThat(contains(5, 1)).isTrue();
    }

    @Test
    void aRevisionContainsWhatWasMergedIntoItsAncestors() {
        graph.step(2, 1).step(3, 1).step(4, 2).step(4, 3).step(5, 4);
        assertThat(contains(5, 3)).isTrue();
        assertThat(contains(2, 3)).isFalse();
    }

    @Test
    void gapsThatCondensingHasLeftAreSteppedOver() {
        graph.step(700, 1).step(2_900, 700);
        assertThat(contains(2_900, 1)).isTrue();
        assertThat(contains(2_900, 699)).isFalse();
    }

    @Test
    void aLongHistoryIsReadAStretchAtATimeAndNotBelowWhatIsSought() {
        for (int number = 2; number <= 5_000; number++) {
            graph.step(number, number - 1);
        }
        assertThat(contains(5_000, 3_500)).isTrue();
        assertThat(graph.lowest).isGreaterThanOrEqualTo(3_499);
        assertThat(graph.longest).isLessThanOrEqualTo(AncestryRepository.RANGE);
    }

    @Test
    void aMergeOfANewerRevisionLeadsUpAndDownAgain() {
        graph.step(2, 1).step(3, 1).step(2_500, 3).step(2, 2_500).step(4, 2);
        assertThat(contains(4, 2_500)).isTrue();
        assertThat(contains(4, 3)).isTrue();
        assertThat(contains(3, 2_500)).isFalse();
    }

    @Test
    void mergesOfEachOtherEnd() {
        graph.step(2, 1).step(3, 1).step(2, 3).step(3, 2);
        assertThat(contains(2, 3)).isTrue();
        assertThat(contains(3, 2)).isTrue();
        assertThat(contains(3, 4)).isFalse();
    }

    @Test
    void anyGraphIsAnsweredAsAPlainSearchDoes() {
        for (int seed = 0; seed < 300; seed++) {
            Random random = new Random(seed);
            graph.clear();
            boolean forward = random.nextBoolean();
            int spread = 1 + random.nextInt(400);
            List<Integer> numbers = new ArrayList<>(List.of(1));
            while (numbers.size() < 20) {
                int number = numbers.get(numbers.size() - 1) + 1 + random.nextInt(spread);
                graph.step(number, numbers.get(random.nextInt(numbers.size())));
                numbers.add(number);
            }
            for (int i = 0; i < 6; i++) {
                int number = numbers.get(random.nextInt(numbers.size()));
                int other = numbers.get(random.nextInt(numbers.size()));
                if (forward || other < number) {
                    graph.step(number, other);
                }
            }
            for (int revision : numbers) {
                for (int sought : numbers) {
                    assertThat(contains(revision, sought))
                            .as("seed %d: does %d contain %d", seed, revision, sought)
                            .isEqualTo(graph.reaches(revision, sought, new HashSet<>()));
                }
            }
        }
    }

    private boolean contains(int revision, int sought) {
        return ancestry.contains(RESOURCE, revision, sought);
    }

    /** A history in memory, which knows what was read of it. */
    private static final class Graph extends AncestryRepository {
        private final List<Step> steps = new ArrayList<>();
        private int lowest = Integer.MAX_VALUE;
        private int longest;

        Graph step(int number, int before) {
            steps.add(new Step(number, before));
            return this;
        }

        void clear() {
            steps.clear();
        }

        @Override
        boolean hasForwardMerges(UUID resource) {
            return steps.stream().anyMatch(step -> step.before() > step.number());
        }

        @Override
        List<Step> steps(UUID resource, int above, int upTo) {
            lowest = Math.min(lowest, above);
            longest = Math.max(longest, upTo - above);
            return steps.stream()
                    .filter(step -> step.number() > above && step.number() <= upTo)
                    .sorted(Comparator.comparingInt(Step::number).reversed())
                    .toList();
        }

        boolean reaches(int revision, int sought, Set<Integer> seen) {
            return revision == sought
                    || (seen.add(revision)
                            && steps.stream()
                                    .filter(step -> step.number() == revision)
                                    .anyMatch(step -> reaches(step.before(), sought, seen)));
        }
    }
}
