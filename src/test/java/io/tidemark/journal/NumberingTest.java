package io.tidemark.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.harness.Injected;
import io.tidemark.journal.NumberedWatermark.Horizon;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A change is numbered whole or not yet, however many rows it has. */
class NumberingTest {
    private static final int BATCH = 3;
    private static final UUID INCARNATION = new UUID(0, 1);
    private static final NumberedWatermark NOTHING_SETTLED = new NumberedWatermark(0, 0, 0);

    private final Line line = new Line(INCARNATION);
    private final KnownMarks marks = new KnownMarks("");
    private final Numbering numbering =
            Injected.into(new Numbering(), line, Injected.into(new HighWaterMarks(), marks));

    @ParameterizedTest
    @CsvSource({
        // how many rows the changes have, changes that each batch numbers, whether each was full
        "'', 0, false",
        "1, 1, false",
        "1 1, 2, false",
        "2, 1, false",
        // One that fills a batch by itself may go on beyond it, and so may the last of several.
        "3, 1 0, true false",
        "4, 1 0, true false",
        "7, 1 0, true false",
        "1 2, 1 1, true false",
        "2 1, 1 1, true false",
        "1 1 1, 2 1, true false",
        "1 1 2, 2 1, true false",
        "2 2, 1 1, true false",
        "1 9, 1 1 0, true true false",
        "2 3 1, 1 1 1, true true false",
        "4 4 1, 1 1 1, true true false",
        "1 1 1 1 1 1 1, 2 2 2 1, true true true false",
    })
    void aBatchHoldsWholeChanges(String sizes, String numbered, String full) {
        int place = 0;
        for (String size : KnownMarks.words(sizes)) {
            line.add(++place, Integer.parseInt(size));
        }
        List<String> counts = new ArrayList<>();
        List<String> answers = new ArrayList<>();
        boolean more = true;
        while (more) {
            int before = line.numbers.size();
            more = numbering.numberNext(BATCH);
            counts.add(Integer.toString(line.numbers.size() - before));
            answers.add(Boolean.toString(more));
        }
        assertThat(String.join(" ", counts)).isEqualTo(numbered);
        assertThat(String.join(" ", answers)).isEqualTo(full);
        assertThat(line.waiting).isEmpty();
        for (int i = 1; i <= place; i++) {
            assertThat(line.numbers).containsEntry((long) i, (long) i);
        }
        assertThat(line.chain)
                .extracting(ChangeLink::number)
                .isEqualTo(List.copyOf(new TreeSet<>(line.numbers.values())));
        assertThat(line.head.number()).isEqualTo(place);
    }

    /** Each link of the chain covers the rows of its change, all of them, and the link before it. */
    @Test
    void theChainIsTheSameWhateverTheBatches() {
        for (int[] sizes : new int[][] {{1, 2, 4, 1, 3}, {5, 5}, {1, 1, 1, 1, 1}}) {
            assertThat(hash(sizes, 2))
                    .isEqualTo(hash(sizes, BATCH))
                    .isEqualTo(hash(sizes, 1_000))
                    .isNotEqualTo(hash(Arrays.copyOf(sizes, sizes.length - 1), 1_000));
        }
    }

    @Test
    void allThatABatchNumberedIsMarked() {
        KnownMarks tree = new KnownMarks("1:R/A 2:A/f");
        Line changes = new Line(INCARNATION);
        Numbering above = Injected.into(new Numbering(), changes, Injected.into(new HighWaterMarks(), tree));
        changes.rows(1, KnownMarks.id('f'));
        changes.rows(2, KnownMarks.id('z'), KnownMarks.id('z'), KnownMarks.id('z'), KnownMarks.id('f'));
        above.numberNext(BATCH);
        assertThat(KnownMarks.shown(tree.raised)).isEqualTo("A=1 R=1");
        above.numberNext(BATCH);
        assertThat(KnownMarks.shown(tree.raised)).isEqualTo("A=2 R=2");
    }

    /** What a full batch has left may have been committed before the horizon was seen: nothing is settled by it. */
    @Test
    void onlyABatchThatIsNotFullSettlesAnything() {
        line.horizon = Optional.of(new Horizon(8, 90, 90));
        line.add(1, 2);
        line.add(2, 1);
        numbering.numberNext(BATCH);
        assertThat(line.head.watermark()).isEqualTo(NOTHING_SETTLED);
        numbering.numberNext(BATCH);
        assertThat(line.head.watermark()).isEqualTo(NOTHING_SETTLED.seen(line.horizon.orElseThrow()));
        numbering.numberNext(BATCH);
        assertThat(line.head.watermark().place()).as("nothing waits").isEqualTo(8);
    }

    private static List<Byte> hash(int[] sizes, int batch) {
        Line line = new Line(INCARNATION);
        Numbering numbering =
                Injected.into(new Numbering(), line, Injected.into(new HighWaterMarks(), new KnownMarks("")));
        for (int i = 0; i < sizes.length; i++) {
            line.add(i + 1, sizes[i]);
        }
        while (numbering.numberNext(batch)) {
            // The next batch.
        }
        List<Byte> hash = new ArrayList<>();
        for (byte octet : line.head.hash()) {
            hash.add(octet);
        }
        return hash;
    }

    /** The line of changes, in the memory. */
    private static final class Line extends NumberingRepository {
        private final List<UnnumberedRow> waiting = new ArrayList<>();
        private final Map<Long, Long> numbers = new HashMap<>();
        private final List<ChangeLink> chain = new ArrayList<>();
        private JournalHead head;
        private Optional<Horizon> horizon = Optional.empty();

        Line(UUID incarnation) {
            head = new JournalHead(incarnation, 0, new byte[32], NOTHING_SETTLED);
        }

        void add(long place, int size) {
            UUID[] resources = new UUID[size];
            Arrays.setAll(resources, i -> new UUID(place, i));
            rows(place, resources);
        }

        void rows(long place, UUID... resources) {
            for (UUID resource : resources) {
                waiting.add(new UnnumberedRow(
                        place, new UUID(1, place), ChangeKind.CHANGED, null, resource, "ada", Instant.EPOCH, 0, null));
            }
        }

        @Override
        long lastPlace() {
            return 0;
        }

        @Override
        Optional<Horizon> horizon(long lastPlace) {
            return horizon;
        }

        @Override
        JournalHead lockHead() {
            return head;
        }

        @Override
        List<UnnumberedRow> unnumbered(NumberedWatermark watermark, int limit) {
            return waiting.stream()
                    .sorted(Comparator.comparing(UnnumberedRow::place))
                    .limit(limit)
                    .toList();
        }

        @Override
        List<UnnumberedRow> unnumberedAt(long place) {
            return waiting.stream().filter(row -> row.place() == place).toList();
        }

        @Override
        void number(List<Long> places, long first) {
            for (int i = 0; i < places.size(); i++) {
                long place = places.get(i);
                assertThat(numbers.put(place, first + i)).isNull();
                waiting.removeIf(row -> row.place() == place);
            }
        }

        @Override
        void append(List<ChangeLink> links) {
            chain.addAll(links);
        }

        @Override
        void moveHead(ChangeLink newest, NumberedWatermark watermark) {
            head = new JournalHead(head.incarnation(), newest.number(), newest.hash(), watermark);
        }
    }
}
