package io.tidemark.seer;

import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes out of listings what is of neither world's making: the suite's tests share one server, where the files, configurations,
 * checkin sets and maps of others stand beside the world's.
 */
final class Neighbours {
    private static final Pattern HREF = Pattern.compile("<D:href>([^<]*)</D:href>");
    private static final Pattern LISTED = Pattern.compile("<li><a href=\"(/[^\"]*)\">.*\\n");
    private static final Pattern QUEUED = Pattern.compile(
            "<D:resolutionitem>(?:(?!</D:resolutionitem>).)*<D:resource>([^<]*)</D:resource>.*?</D:resolutionitem>");
    private static final Pattern CHANGED =
            Pattern.compile("<T:change>(?:(?!</T:change>).)*?<T:item><D:href>([^<]*)</D:href>.*?</T:change>");
    private static final String START = "<D:response>";
    private static final String END = "</D:response>";

    private final String world;
    private final Set<String> made;

    /**
     * Knows what is the world's own.
     *
     * @param made the paths of the configurations and working resources that its dialogues made
     */
    Neighbours(String world, Set<String> made) {
        this.world = world;
        this.made = made;
    }

    String without(String body) {
        String listed = LISTED.matcher(responses(body))
                .replaceAll(line -> belongs(line.group(1)) ? Matcher.quoteReplacement(line.group()) : "");
        String queued = QUEUED.matcher(listed)
                .replaceAll(item -> belongs(item.group(1)) ? Matcher.quoteReplacement(item.group()) : "");
        return CHANGED.matcher(queued)
                .replaceAll(change -> belongs(change.group(1)) ? Matcher.quoteReplacement(change.group()) : "");
    }

    /** The responses of a multistatus that are about the world, those inside of others, too. */
    private String responses(String body) {
        StringBuilder kept = new StringBuilder();
        int at = 0;
        while (true) {
            int start = body.indexOf(START, at);
            if (start < 0) {
                return kept.append(body, at, body.length()).toString();
            }
            int end = end(body, start);
            kept.append(body, at, start);
            Matcher href = HREF.matcher(body).region(start, end);
            if (!href.find() || belongs(href.group(1))) {
                kept.append(START)
                        .append(responses(body.substring(start + START.length(), end - END.length())))
                        .append(END);
            }
            at = end;
        }
    }

    private static int end(String body, int start) {
        int depth = 0;
        int at = start;
        do {
            int opens = body.indexOf(START, at);
            int closes = body.indexOf(END, at);
            boolean deeper = opens >= 0 && opens < closes;
            depth += deeper ? 1 : -1;
            at = deeper ? opens + START.length() : closes + END.length();
        } while (depth > 0);
        return at;
    }

    private boolean belongs(String href) {
        List<String> names = List.of(href.replaceAll("/$", "").split("/", -1));
        if (names.size() < 3) {
            return true;
        }
        String first = names.get(2);
        return switch (names.get(1)) {
            case "files" -> first.startsWith(world);
            case "maps" ->
                first.startsWith(world)
                        && (names.size() == 3
                                || !first.endsWith("tree")
                                || names.get(3).startsWith(world));
            case "configurations", "checkinsets" ->
                (first.equals("default") || made.contains("/configurations/" + first + "/"))
                        && (names.size() == 3
                                || (names.get(1).equals("checkinsets") && !first.equals("default"))
                                || names.get(3).startsWith(world));
            case "working" -> made.contains(href);
            default -> true;
        };
    }
}
