package io.tidemark.cli;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The shortest way from one list of lines to another, after E. W. Myers (An O(ND) Difference Algorithm, 1986). Texts that differ in
 * more lines than a bound are told to differ in all lines between what they begin and end with in common, so that memory and time stay
 * small.
 */
final class Myers {

    private static final int MOST_EDITS = 2_000;

    private Myers() {}

    /**
     * A run of lines that went, and of lines that came in their place.
     *
     * @param oldFrom index of the first old line
     * @param oldTo index after the last one
     */
    record Edit(int oldFrom, int oldTo, int newFrom, int newTo) {}

    static List<Edit> edits(List<String> before, List<String> after) {
        int start = 0;
        int most = Math.min(before.size(), after.size());
        while (start < most && before.get(start).equals(after.get(start))) {
            start++;
        }
        int end = 0;
        while (end < most - start && before.get(before.size() - 1 - end).equals(after.get(after.size() - 1 - end))) {
            end++;
        }
        List<Edit> edits = new ArrayList<>();
        int offset = start;
        between(before.subList(start, before.size() - end), after.subList(start, after.size() - end))
                .forEach(edit -> edits.add(new Edit(
                        edit.oldFrom() + offset,
                        edit.oldTo() + offset,
                        edit.newFrom() + offset,
                        edit.newTo() + offset)));
        return edits;
    }

    private static List<Edit> between(List<String> before, List<String> after) {
        int n = before.size();
        int m = after.size();
        if (n == 0 && m == 0) {
            return List.of();
        }
        int bound = Math.min(n + m, MOST_EDITS);
        int[] furthest = new int[2 * bound + 3];
        List<int[]> trace = new ArrayList<>();
        for (int d = 0; d <= bound; d++) {
            for (int k = -d; k <= d; k += 2) {
                int x = isDown(furthest, bound, k, d) ? furthest[bound + k + 2] : furthest[bound + k] + 1;
                int y = x - k;
                while (x < n && y < m && before.get(x).equals(after.get(y))) {
                    x++;
                    y++;
                }
                furthest[bound + k + 1] = x;
                if (x >= n && y >= m) {
                    trace.add(window(furthest, bound, d));
                    return back(trace, n, m);
                }
            }
            trace.add(window(furthest, bound, d));
        }
        return List.of(new Edit(0, n, 0, m));
    }

    /** Whether the diagonal is reached by a line that came, rather than one that went. */
    private static boolean isDown(int[] furthest, int bound, int k, int d) {
        return k == -d || (k != d && furthest[bound + k] < furthest[bound + k + 2]);
    }

    /** The diagonals from -d to d. */
    private static int[] window(int[] furthest, int bound, int d) {
        int[] kept = new int[2 * d + 1];
        System.arraycopy(furthest, bound - d + 1, kept, 0, kept.length);
        return kept;
    }

    private static List<Edit> back(List<int[]> trace, int n, int m) {
        List<Edit> edits = new ArrayList<>();
        int x = n;
        int y = m;
        for (int d = trace.size() - 1; d > 0; d--) {
            int[] former = trace.get(d - 1);
            int k = x - y;
            boolean down = k == -d || (k != d && at(former, d, k - 1) < at(former, d, k + 1));
            int fromX = at(former, d, down ? k + 1 : k - 1);
            int fromY = fromX - (down ? k + 1 : k - 1);
            Edit edit = down ? new Edit(fromX, fromX, fromY, fromY + 1) : new Edit(fromX, fromX + 1, fromY, fromY);
            add(edits, edit);
            x = fromX;
            y = fromY;
        }
        Collections.reverse(edits);
        return edits;
    }

    /** What the step before d had on a diagonal; less than anything outside of it. */
    private static int at(int[] former, int d, int k) {
        int index = k + d - 1;
        return index < 0 || index >= former.length ? -1 : former[index];
    }

    /** Adds what stands before all others; what touches the one behind it becomes one with it. */
    private static void add(List<Edit> edits, Edit edit) {
        if (!edits.isEmpty()) {
            Edit behind = edits.get(edits.size() - 1);
            if (behind.oldFrom() == edit.oldTo() && behind.newFrom() == edit.newTo()) {
                edits.set(edits.size() - 1, new Edit(edit.oldFrom(), behind.oldTo(), edit.newFrom(), behind.newTo()));
                return;
            }
        }
        edits.add(edit);
    }
}
