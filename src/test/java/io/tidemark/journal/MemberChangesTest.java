package io.tidemark.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.harness.Injected;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What the sequencer tells of changes, at which names. R holds A by the member 1, A holds f by 2, and R holds f by 5; the
 * member 3 of A and 4 of R are free. What is told is {@code member:resource deeds other}.
 */
class MemberChangesTest {
    /** Rows are {@code member=resource}, {@code member=} for what is mapped no more, and {@code ~resource} for what changed. */
    @ParameterizedTest
    @CsvSource({
        "3=g, 3:g made",
        "2=, 2:f gone",
        "~f, 2:f did 5:f did",
        "~A, 1:A did 0:A did",
        // What goes from one name to another is told at both ends.
        "2= 3=f, 2:f gone moved>3 3:f made moved>2",
        "1= 4=A, 1:A gone moved>4 4:A made moved>1",
        // One went, another came.
        "2=g, 2:f gone 2:g made",
        "2=h 5=, 2:f gone 2:h made 5:f gone",
        // It changes where it has come to.
        "2= 3=f ~f, 2:f gone moved>3 3:f made did moved>2 5:f did",
        // The name shows something else of it.
        "2=f, 2:f made",
        "'3=g;~g', 3:g made / 3:g did",
        "'3=g;3=;3=g', 3:g made / 3:g gone / 3:g made",
        "9=g, ''",
    })
    void aChangeIsToldAtEachNameThatItTouched(String changes, String told) {
        KnownMarks known = new KnownMarks("1:R/A 2:A/f 5:R/f").unmarked("3:A/- 4:R/-");
        HighWaterMarks marks = Injected.into(new HighWaterMarks(), known);
        ChangeSet batch = new ChangeSet();
        long number = 10;
        for (String change : changes.split(";", -1)) {
            for (String row : KnownMarks.words(change)) {
                batch.add(row(row), number);
            }
            number++;
        }
        marks.raise(batch, Map.of());
        assertThat(known.told.stream()
                        .collect(Collectors.groupingBy(MemberChange::number, TreeMap::new, Collectors.toList()))
                        .values()
                        .stream()
                        .map(all -> all.stream()
                                .map(MemberChangesTest::text)
                                .sorted()
                                .collect(Collectors.joining(" ")))
                        .collect(Collectors.joining(" / ")))
                .isEqualTo(sorted(told));
    }

    private static String sorted(String told) {
        return Arrays.stream(told.split(" / ", -1))
                .map(change ->
                        Arrays.stream(change.split(" (?=\\d:)", -1)).sorted().collect(Collectors.joining(" ")))
                .collect(Collectors.joining(" / "));
    }

    private static JournalRow row(String text) {
        if (text.startsWith("~")) {
            return new JournalRow(ChangeKind.CHANGED, null, id(text.charAt(1)), Deed.MODIFIED.bit(), null);
        }
        String[] parts = text.split("=", -1);
        return parts[1].isEmpty()
                ? new JournalRow(ChangeKind.UNMAPPED, Long.valueOf(parts[0]), null, Deed.REMOVED.bit(), null)
                : new JournalRow(
                        ChangeKind.MAPPED, Long.valueOf(parts[0]), id(parts[1].charAt(0)), Deed.BOUND.bit(), null);
    }

    private static UUID id(char letter) {
        return KnownMarks.id(letter);
    }

    private static String text(MemberChange change) {
        StringBuilder text = new StringBuilder()
                .append(change.memberId())
                .append(':')
                .append((char) change.resourceId().getLeastSignificantBits());
        Set<Deed> deeds = Deed.of(change.deeds());
        if (deeds.contains(Deed.REMOVED)) {
            text.append(" gone");
        }
        if (deeds.contains(Deed.BOUND) || (deeds.contains(Deed.MOVED) && !deeds.contains(Deed.REMOVED))) {
            text.append(" made");
        }
        if (deeds.contains(Deed.MODIFIED)) {
            text.append(" did");
        }
        if (deeds.contains(Deed.MOVED)) {
            text.append(" moved>").append(change.otherId());
        }
        return text.toString();
    }
}
