package io.tidemark.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.harness.Injected;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a batch of changes makes of the numbered tree. {@link KnownMarks} says how the members are written. */
class HighWaterMarksTest {

    /** R holds A, which holds f at the member 2. The member 3 of A is new. */
    private final KnownMarks known = new KnownMarks("1:R/A 2:A/f").unmarked("3:A/-");

    private final HighWaterMarks marks = Injected.into(new HighWaterMarks(), known);

    /** An event is {@code member=resource@change}, without a resource where nothing is mapped from then on. */
    @ParameterizedTest
    @CsvSource({
        // events, mappings that ended: member:resource made-ended, what the members map then, made by which change
        "2=@10, 2:f 1-10, 2:-@1",
        "2=g@10, 2:f 1-10, 2:g@10",
        "3=g@10, '', 3:g@10",
        "3=@10, '', 3:-@0",
        // A replacement within one change.
        "2=@10 2=g@10, 2:f 1-10, 2:g@10",
        "3=g@10 3=h@10, '', 3:h@10",
        "3=g@10 3=@10, '', 3:-@10",
        // One change after the other.
        "2=@10 2=g@11, 2:f 1-10, 2:g@11",
        "2=g@10 2=h@11, 2:f 1-10 2:g 10-11, 2:h@11",
        "2=@10 2=@11, 2:f 1-10, 2:-@1",
        "3=g@10 3=h@11 3=@12, 3:g 10-11 3:h 11-12, 3:-@11",
        "2=@10 3=f@10, 2:f 1-10, 2:-@1 3:f@10",
    })
    void aMemberMapsWhatTheLastChangeLeftThere(String events, String ended, String mapped) {
        marks.raise(changes(events), Map.of());
        assertThat(known.ended.stream()
                        .map(mapping -> "%d:%s %d-%d"
                                .formatted(
                                        mapping.memberId(),
                                        letter(mapping.resourceId()),
                                        mapping.mapped(),
                                        mapping.ended()))
                        .collect(Collectors.joining(" ")))
                .isEqualTo(ended);
        assertThat(known.written.values().stream()
                        .filter(mark -> mark.number() > 0)
                        .map(mark -> "%d:%s@%d"
                                .formatted(
                                        mark.memberId(),
                                        letter(mark.mapping().resourceId()),
                                        mark.mapping().mapped()))
                        .collect(Collectors.joining(" ")))
                .isEqualTo(mapped);
    }

    @Test
    void whatIsNewIsInsertedAndTheRestIsRaised() {
        marks.raise(changes("2=g@10 3=h@12"), Map.of());
        assertThat(known.inserted).containsExactly(3L);
        assertThat(KnownMarks.shown(known.written.values())).isEqualTo("1:0/12 2:10/0 3:12/0");
        assertThat(KnownMarks.shown(known.raised)).isEqualTo("A=12 R=12");
    }

    @Test
    void aMemberThatNobodyKnowsAnyMoreIsPassedOver() {
        marks.raise(changes("9=g@10 2=g@11"), Map.of());
        assertThat(KnownMarks.shown(known.written.values())).isEqualTo("1:0/11 2:11/0");
        assertThat(KnownMarks.shown(known.raised)).isEqualTo("A=11 R=11");
    }

    /** B comes into A, something changes in it, and B leaves again: all before any of it had a number. */
    @Test
    void whatWasAboveInTheMidstOfABatchIsRaisedToo() {
        ChangeSet changes = changes("3=B@10");
        changes.add(new JournalRow(ChangeKind.CHANGED, null, KnownMarks.id('B')), 11);
        changes.add(new JournalRow(ChangeKind.UNMAPPED, 3L, null), 12);
        marks.raise(changes, Map.of());
        assertThat(KnownMarks.shown(known.written.values())).isEqualTo("1:0/12 3:12/11");
        assertThat(KnownMarks.shown(known.raised)).isEqualTo("A=12 B=11 R=12");
    }

    /** What had been above before the batch hears of what happened before it let go. */
    @Test
    void whatWasAboveBeforeABatchIsRaised() {
        ChangeSet changes = changes("2=g@10 1=@11");
        marks.raise(changes, Map.of());
        assertThat(KnownMarks.shown(known.written.values())).isEqualTo("1:11/10 2:10/0");
        assertThat(KnownMarks.shown(known.raised)).isEqualTo("A=10 R=11");
    }

    @Test
    void aForgottenChangeIsNotedWhereverItsMembersEverWere() {
        known.formerly("4:O/A 5:P/f");
        ChangeSet changes = changes("2=g@10");
        changes.add(new JournalRow(ChangeKind.CHANGED, null, KnownMarks.id('f')), 7);
        marks.forget(changes, Map.of());
        assertThat(KnownMarks.shown(known.purged)).isEqualTo("A=10 O=10 P=7 R=10");
        assertThat(known.raised).isEmpty();
        assertThat(known.written).isEmpty();
    }

    private static ChangeSet changes(String events) {
        ChangeSet changes = new ChangeSet();
        for (String event : KnownMarks.words(events)) {
            String[] parts = event.split("[=@]", -1);
            UUID resource = parts[1].isEmpty() ? null : KnownMarks.id(parts[1].charAt(0));
            changes.add(
                    new JournalRow(
                            resource == null ? ChangeKind.UNMAPPED : ChangeKind.MAPPED,
                            Long.valueOf(parts[0]),
                            resource),
                    Long.parseLong(parts[2]));
        }
        return changes;
    }

    private static String letter(UUID resource) {
        return resource == null ? "-" : Character.toString((char) resource.getLeastSignificantBits());
    }
}
