package io.tidemark.dialogue;

import io.tidemark.dialogue.Exchange.Header;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A file of exchanges, read. */
public record DialogueFile(String name, List<Exchange> exchanges) {
    private static final Pattern REQUEST = Pattern.compile(">>> (\\S+) (.*?)(?: as (\\S+))?");
    private static final Pattern ANSWER = Pattern.compile("<<< (\\d{3})");

    /** Reads a file; {@code name} is what failures call it. */
    public static DialogueFile read(String name, Path file) throws IOException {
        List<String> lines = Files.readAllLines(file);
        List<Exchange> exchanges = new ArrayList<>();
        int at = next(lines, 0, ">>> ");
        if (at == 0 || lines.get(0).isBlank()) {
            throw new IllegalArgumentException(name + " does not say what it shows");
        }
        while (at < lines.size()) {
            int answer = next(lines, at + 1, "<<< ");
            int end = next(lines, answer + 1, ">>> ");
            exchanges.add(exchange(name, lines, at, answer, end));
            at = end;
        }
        if (exchanges.isEmpty()) {
            throw new IllegalArgumentException(name + " has no exchange");
        }
        return new DialogueFile(name, List.copyOf(exchanges));
    }

    private static Exchange exchange(String name, List<String> lines, int at, int answer, int end) {
        Matcher request = REQUEST.matcher(lines.get(at));
        Matcher status =
                ANSWER.matcher(answer < lines.size() ? lines.get(answer).strip() : "");
        if (!request.matches() || !status.matches()) {
            throw new IllegalArgumentException(name + ":" + (at + 1) + " is no exchange");
        }
        List<String> sent = body(lines, at, answer);
        return new Exchange(
                at + 1,
                request.group(1),
                request.group(2),
                request.group(3) == null ? "writer" : request.group(3),
                headers(lines, at, answer),
                sent.isEmpty() ? null : String.join("\n", sent),
                Integer.parseInt(status.group(1)),
                headers(lines, answer, end),
                body(lines, answer, end));
    }

    private static List<Header> headers(List<String> lines, int start, int end) {
        return lines.subList(start + 1, end).stream()
                .takeWhile(line -> !line.isBlank())
                .map(Header::parse)
                .toList();
    }

    private static List<String> body(List<String> lines, int start, int end) {
        List<String> body = new ArrayList<>(lines.subList(start + 1, end).stream()
                .dropWhile(line -> !line.isBlank())
                .skip(1)
                .toList());
        while (!body.isEmpty() && body.get(body.size() - 1).isBlank()) {
            body.remove(body.size() - 1);
        }
        return body;
    }

    private static int next(List<String> lines, int from, String prefix) {
        for (int i = from; i < lines.size(); i++) {
            if (lines.get(i).startsWith(prefix)) {
                return i;
            }
        }
        return lines.size();
    }
}
