package io.tidemark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class UnifiedDiffTest {

    @Test
    void isWhatPatchReads() {
        assertThat(UnifiedDiff.of("a\nb\nc\n", "a\nB\nc\nd"))
                .containsExactly("@@ -1,3 +1,4 @@", " a", "-b", "+B", " c", "+d", "\\ No newline at end of file");
        assertThat(UnifiedDiff.of("", "x\n")).containsExactly("@@ -0,0 +1 @@", "+x");
        assertThat(UnifiedDiff.of("x\n", "")).containsExactly("@@ -1 +0,0 @@", "-x");
        assertThat(UnifiedDiff.of("x\n", "x\n")).isEmpty();
        assertThat(UnifiedDiff.of("", "")).isEmpty();
    }

    @Test
    void hasAHunkForEachPlaceThatIsFarFromTheOthers() {
        String before = numbers(30);
        String after = before.replace("\n3\n", "\nx\n").replace("\n20\n", "\n");
        assertThat(UnifiedDiff.of(before, after).stream().filter(line -> line.startsWith("@@")))
                .containsExactly("@@ -1,6 +1,6 @@", "@@ -17,7 +17,6 @@");
    }

    @Test
    void leadsFromOneTextToTheOtherHoweverTheyDiffer() {
        Random random = new Random(7);
        for (int round = 0; round < 300; round++) {
            List<String> before = lines(random, random.nextInt(30));
            List<String> after = lines(random, random.nextInt(30));
            assertThat(applied(before, after, Myers.edits(before, after))).isEqualTo(after);
        }
    }

    @Test
    void isBoundedForTextsWithNothingInCommon() {
        List<String> before = IntStream.range(0, 20_000).mapToObj(i -> "a" + i).toList();
        List<String> after = IntStream.range(0, 20_000).mapToObj(i -> "b" + i).toList();
        assertThat(Myers.edits(before, after)).containsExactly(new Myers.Edit(0, 20_000, 0, 20_000));
    }

    @Test
    void findsTheShortestWay() {
        assertThat(
                        Myers.edits(List.of("a", "b", "c", "a", "b", "b", "a"), List.of("c", "b", "a", "b", "a", "c"))
                                .stream()
                                .mapToInt(edit -> edit.oldTo() - edit.oldFrom() + edit.newTo() - edit.newFrom())
                                .sum())
                .isEqualTo(5);
    }

    private static String numbers(int most) {
        return IntStream.rangeClosed(1, most).mapToObj(i -> i + "\n").collect(Collectors.joining());
    }

    private static List<String> lines(Random random, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> Integer.toString(random.nextInt(5)))
                .toList();
    }

    private static List<String> applied(List<String> before, List<String> after, List<Myers.Edit> edits) {
        List<String> made = new ArrayList<>();
        int at = 0;
        for (Myers.Edit edit : edits) {
            made.addAll(before.subList(at, edit.oldFrom()));
            made.addAll(after.subList(edit.newFrom(), edit.newTo()));
            at = edit.oldTo();
        }
        made.addAll(before.subList(at, before.size()));
        return made;
    }
}
