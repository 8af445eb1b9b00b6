package io.tidemark.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** How two files differ: texts line by line, anything else by length and type. */
final class FileDiff {

    private static final long LONGEST = 4 * 1024 * 1024;

    private final Session session;
    private final Output output;
    private final Contents contents;

    FileDiff(Session session, Output output) {
        this.session = session;
        this.output = output;
        this.contents = new Contents(session);
    }

    private record Head(String tag, long length, String type) {}

    /** Tells it, and whether there is a difference. */
    boolean run(Place.At old, Place.At fresh) throws IOException, InterruptedException {
        // Of a change the time is looked up once.
        Place.At before = new Place.At(old.place(), contents.header(old));
        Place.At after = new Place.At(fresh.place(), contents.header(fresh));
        Head one = head(before);
        Head other = head(after);
        boolean differ = !one.tag().equals(other.tag());
        Optional<String> oldText = differ ? text(before, one) : Optional.empty();
        Optional<String> newText = oldText.isPresent() ? text(after, other) : Optional.empty();
        if (oldText.isPresent() && newText.isPresent()) {
            List<String> hunks = UnifiedDiff.of(oldText.get(), newText.get());
            if (output.isJson()) {
                say(old, fresh, one, other, differ, hunks);
            } else {
                output.line("--- " + old);
                output.line("+++ " + fresh);
                hunks.forEach(line -> output.line(coloured(line)));
            }
        } else if (differ || output.isJson()) {
            say(old, fresh, one, other, differ, List.of());
        }
        return differ;
    }

    private void say(Place.At old, Place.At fresh, Head one, Head other, boolean differ, List<String> hunks) {
        output.say(
                Output.object(
                        "from", old.place().plain(),
                        "fromState", old.state().toString(),
                        "to", fresh.place().plain(),
                        "toState", fresh.state().toString(),
                        "differ", differ,
                        "oldLength", one.length(),
                        "oldType", one.type(),
                        "newLength", other.length(),
                        "newType", other.type(),
                        "diff", hunks.isEmpty() ? null : hunks),
                old + " (" + one.length() + " bytes, " + one.type() + ") and " + fresh + " (" + other.length()
                        + " bytes, " + other.type() + ") differ");
    }

    private String coloured(String line) {
        // What a text says to the terminal is not ours to pass on.
        String shown = output.colours() ? line.replaceAll("[\\p{Cntrl}&&[^\t]]", "\uFFFD") : line;
        return switch (shown.charAt(0)) {
            case '-' -> output.red(shown);
            case '+' -> output.green(shown);
            case '@' -> output.blue(shown);
            default -> shown;
        };
    }

    private Head head(Place.At at) throws IOException, InterruptedException {
        try (Reply reply = session.send(contents.get("HEAD", at).expect(200))) {
            String tag = reply.header("ETag");
            if (tag.isEmpty()) {
                throw new FailedException(Exit.CONFLICT, at + " is a folder, and the other one is a file.");
            }
            return new Head(
                    tag,
                    reply.response()
                            .headers()
                            .firstValueAsLong("Content-Length")
                            .orElse(0),
                    reply.header("Content-Type"));
        }
    }

    private Optional<String> text(Place.At at, Head head) throws IOException, InterruptedException {
        if (head.length() > LONGEST) {
            return Optional.empty();
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        contents.copy(at, bytes);
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes.toByteArray()))
                    .toString();
            return text.indexOf('\0') >= 0 ? Optional.empty() : Optional.of(text);
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }
}
