package io.tidemark.cli;

import java.io.PrintStream;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a command says: lines for people, or JSON for programs, one object in a line. */
final class Output {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

    private final PrintStream out;
    private final PrintStream err;
    private final boolean json;
    private final boolean colour;
    private final ZoneId zone;

    Output(Surroundings surroundings, boolean json) {
        this.out = surroundings.out();
        this.err = surroundings.err();
        this.json = json;
        this.colour = surroundings.colour() && !json;
        this.zone = surroundings.clock().getZone();
    }

    boolean isJson() {
        return json;
    }

    /** Where contents go, as they are. */
    PrintStream raw() {
        return out;
    }

    /** Says one thing in the way that was asked for. */
    void say(Map<String, Object> object, String line) {
        out.println(json ? Json.of(object) : line);
    }

    /** For people alone. */
    void line(String line) {
        if (!json) {
            out.println(line);
        }
    }

    /** On standard error, for people. */
    void note(String line) {
        err.println(line);
    }

    /** Whether somebody looks at it on a terminal. */
    boolean colours() {
        return colour;
    }

    String green(String text) {
        return colour ? "\u001b[32m" + text + "\u001b[0m" : text;
    }

    String red(String text) {
        return colour ? "\u001b[31m" + text + "\u001b[0m" : text;
    }

    String blue(String text) {
        return colour ? "\u001b[34m" + text + "\u001b[0m" : text;
    }

    String dim(String text) {
        return colour ? "\u001b[2m" + text + "\u001b[0m" : text;
    }

    /** A time as it is on the clock here. */
    String time(Instant time) {
        return TIME.format(time.atZone(zone));
    }

    /** A text on one line, which says nothing to the terminal: controls are written as escapes. */
    static String shown(String text) {
        StringBuilder shown = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            int type = Character.getType(c);
            if (c == '\n') {
                shown.append("\\n");
            } else if (c == '\t') {
                shown.append("\\t");
            } else if (type == Character.CONTROL
                    || type == Character.FORMAT
                    || type == Character.LINE_SEPARATOR
                    || type == Character.PARAGRAPH_SEPARATOR) {
                shown.append(String.format("\\u%04x", c));
            } else {
                shown.appendCodePoint(c);
            }
        });
        return shown.toString();
    }

    /** An object for {@link #say}; what is null or an empty text is left out. */
    static Map<String, Object> object(@Nullable Object... namesAndValues) {
        Map<String, Object> object = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            Object value = namesAndValues[i + 1];
            if (value != null && !value.equals("")) {
                object.put(String.valueOf(namesAndValues[i]), value);
            }
        }
        return object;
    }
}
