package io.tidemark.dialogue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What a page of the documentation has a reader type, and shows as the answers: indented lines that begin with {@code $}, with
 * the lines that go on with them, and what follows each up to the next.
 */
record Tour(List<Step> steps) {

    private static final String INDENT = "    ";
    private static final String PROMPT = INDENT + "$ ";

    /** A command, and the lines of its answer that the page shows. */
    record Step(String command, List<String> shown) {}

    static Tour read(Path page) throws IOException {
        List<Step> steps = new ArrayList<>();
        StringBuilder command = new StringBuilder();
        boolean open = false;
        for (String line : Files.readAllLines(page)) {
            if (open || line.startsWith(PROMPT)) {
                command.append(line.substring(open ? INDENT.length() : PROMPT.length()));
                open = goesOn(command);
                command.append('\n');
                if (!open) {
                    steps.add(new Step(command.toString(), new ArrayList<>()));
                    command.setLength(0);
                }
            } else if (!line.startsWith(INDENT) && !line.isBlank()) {
                // Indented lines that come after text are no answer.
                steps.add(new Step(":\n", new ArrayList<>()));
            } else if (!steps.isEmpty() && !line.isBlank() && !line.strip().equals("...")) {
                steps.get(steps.size() - 1).shown().add(line.strip());
            }
        }
        return new Tour(
                steps.stream().filter(step -> !step.command().equals(":\n")).toList());
    }

    /** Whether a shell would wait for another line: in quotes, after a backslash or a pipe. */
    private static boolean goesOn(CharSequence command) {
        char quote = 0;
        for (int i = 0; i < command.length(); i++) {
            char c = command.charAt(i);
            if (quote == 0 && (c == '\'' || c == '"')) {
                quote = c;
            } else if (c == quote) {
                quote = 0;
            }
        }
        char last = command.charAt(command.length() - 1);
        return quote != 0 || last == '\\' || last == '|';
    }
}
