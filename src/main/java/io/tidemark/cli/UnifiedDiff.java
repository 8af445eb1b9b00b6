package io.tidemark.cli;

import java.util.ArrayList;
import java.util.List;

/** Two texts in the form that {@code diff -u} writes and {@code patch} reads. */
final class UnifiedDiff {

    private static final int CONTEXT = 3;
    private static final String NO_END = "\\ No newline at end of file";

    private UnifiedDiff() {}

    /** The hunks, line by line, without the two lines that name the files; none for equal texts. */
    static List<String> of(String before, String after) {
        List<String> old = lines(before);
        List<String> fresh = lines(after);
        List<Myers.Edit> edits = Myers.edits(old, fresh);
        List<String> hunks = new ArrayList<>();
        for (int i = 0; i < edits.size(); ) {
            int last = i;
            while (last + 1 < edits.size()
                    && edits.get(last + 1).oldFrom() - edits.get(last).oldTo() <= 2 * CONTEXT) {
                last++;
            }
            hunk(old, fresh, edits.subList(i, last + 1), hunks);
            i = last + 1;
        }
        return hunks;
    }

    /** The lines, each with its end. */
    private static List<String> lines(String text) {
        List<String> lines = new ArrayList<>();
        int from = 0;
        for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', from)) {
            lines.add(text.substring(from, end + 1));
            from = end + 1;
        }
        if (from < text.length()) {
            lines.add(text.substring(from));
        }
        return lines;
    }

    private static void hunk(List<String> old, List<String> fresh, List<Myers.Edit> edits, List<String> out) {
        Myers.Edit first = edits.get(0);
        Myers.Edit last = edits.get(edits.size() - 1);
        int before = Math.min(CONTEXT, first.oldFrom());
        int behind = Math.min(CONTEXT, old.size() - last.oldTo());
        int from = first.oldFrom() - before;
        out.add("@@ -" + range(from, last.oldTo() + behind) + " +"
                + range(first.newFrom() - before, last.newTo() + behind) + " @@");
        int at = from;
        for (Myers.Edit edit : edits) {
            add(' ', old.subList(at, edit.oldFrom()), out);
            add('-', old.subList(edit.oldFrom(), edit.oldTo()), out);
            add('+', fresh.subList(edit.newFrom(), edit.newTo()), out);
            at = edit.oldTo();
        }
        add(' ', old.subList(at, last.oldTo() + behind), out);
    }

    private static String range(int from, int to) {
        int length = to - from;
        int first = length == 0 ? from : from + 1;
        return length == 1 ? Integer.toString(first) : first + "," + length;
    }

    private static void add(char sign, List<String> lines, List<String> out) {
        for (String line : lines) {
            if (line.endsWith("\n")) {
                out.add(sign + line.substring(0, line.length() - 1));
            } else {
                out.add(sign + line);
                out.add(NO_END);
            }
        }
    }
}
