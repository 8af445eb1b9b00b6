package io.tidemark.seer;

import io.tidemark.dialogue.Dialogue;
import io.tidemark.dialogue.DialogueFile;
import io.tidemark.dialogue.Placeholders;
import io.tidemark.harness.Answer;
import io.tidemark.harness.Dav;
import io.tidemark.harness.Tar;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** One world: what was made in it, what its dialogues took names for, and how it looks to the seer. */
final class World {
    /** The user who must not see what is hidden. */
    static final String SEER = "other";

    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final Pattern HREF = Pattern.compile("<D:href>(/[^<]*)</D:href>");

    private static final Pattern TOKEN = Pattern.compile("<D:sync-token>(urn:[^<]+)</D:sync-token>");

    /** They say nothing of the answer, or are compared as the body is. */
    private static final Set<String> PASSED_OVER =
            Set.of("date", "connection", "transfer-encoding", "content-length", "keep-alive", "x-request-id");

    private final String name;
    private final Placeholders names = new Placeholders();
    private final Mask mask;

    /** What stands for each id of the other world. */
    private final Map<String, String> guessed = new HashMap<>();

    World(String name) {
        this.name = name;
        mask = new Mask(name);
        names.set("w", name);
    }

    /**
     * What the seer sees of an answer.
     *
     * @param token the first sync token in it
     */
    record Seen(int status, String text, List<String> hrefs, Optional<String> token) {}

    /** Carries out what a dialogue says, as the users that it names. */
    void hold(DialogueFile dialogue) throws Exception {
        new Dialogue(dialogue, names).exchange();
    }

    /** Takes names that only another world's dialogues know for URLs and tokens of the same form, at which nothing is. */
    void guess(World other) {
        Map<String, String> own = names.known();
        own.forEach((known, value) -> learn(other.names.known().get(known), value));
        new TreeMap<>(other.names.known()).forEach((unknown, value) -> {
            if (!own.containsKey(unknown)) {
                names.set(
                        unknown,
                        ID.matcher(value.replace(other.name, name))
                                .replaceAll(id -> guessed.computeIfAbsent(
                                        id.group(), hidden -> UUID.randomUUID().toString())));
            }
        });
    }

    /** Lets the ids of what the dialogues name be known by these names. */
    void introduce() {
        new TreeMap<>(names.known()).forEach(mask::learn);
    }

    /** What both worlds have is not guessed. */
    private void learn(String theirs, String ours) {
        Matcher there = ID.matcher(theirs);
        Matcher here = ID.matcher(ours);
        while (there.find() && here.find()) {
            guessed.put(there.group(), here.group());
        }
    }

    String fill(String text) {
        return names.fill(text);
    }

    String masked(String text) {
        return mask.of(text);
    }

    /** Gives a name to what stands for it. */
    void set(String placeholder, String value) {
        names.set(placeholder, value);
    }

    /** Sends the seer's question about a URL. */
    Answer send(Question question, String url) {
        Dav.Request request = Dav.as(SEER).request(question.method(), about(question.target(), url));
        question.headers().forEach((header, value) -> request.header(header, about(value, url)));
        if (question.body() != null && question.body().equals("{tar}")) {
            String file = question.target().equals("{parent}") ? name(url) : "t.txt";
            request.body(new Tar().file(file, "t").bytes());
        } else if (question.body() != null) {
            if (!question.headers().containsKey("Content-Type")) {
                request.header("Content-Type", Question.XML);
            }
            request.body(about(question.body(), url));
        }
        return request.send();
    }

    private String about(String text, String url) {
        return fill(text.replace("{url}", url).replace("{parent}", parent(url)).replace("{name}", name(url)));
    }

    /** The URL of the collection that another is in. */
    static String parent(String url) {
        String bare = url.replaceAll("/$", "");
        return bare.isEmpty() ? "/" : bare.substring(0, bare.lastIndexOf('/') + 1);
    }

    private static String name(String url) {
        String bare = url.replaceAll("/$", "");
        return bare.substring(bare.lastIndexOf('/') + 1);
    }

    /** What can be compared of an answer. */
    Seen see(Answer answer) {
        Map<String, List<String>> headers = new TreeMap<>();
        answer.response().headers().map().forEach((header, values) -> {
            String lower = header.toLowerCase(Locale.ROOT);
            if (!PASSED_OVER.contains(lower)) {
                headers.put(lower, values);
            }
        });
        String body = inOrder(new Neighbours(name, made()).without(answer.text()));
        List<String> hrefs = new ArrayList<>();
        for (Matcher href = HREF.matcher(body); href.find(); ) {
            hrefs.add(href.group(1));
        }
        return new Seen(
                answer.status(),
                mask.of(answer.status() + "\n" + headers + "\n\n" + body),
                hrefs,
                TOKEN.matcher(body).results().map(token -> token.group(1)).findFirst());
    }

    /** Reports on changes come in the order of the last change, what is hidden included: that something happened is no secret. */
    private static String inOrder(String body) {
        int start = body.indexOf("<D:response>");
        int end = body.lastIndexOf("</D:response>");
        if (end < 0 || body.indexOf("</D:response><D:sync-token>", end) < 0) {
            return body;
        }
        int after = end + "</D:response>".length();
        String[] responses = body.substring(start, after).split("(?=<D:response>)", -1);
        Arrays.sort(responses);
        return body.substring(0, start) + String.join("", responses) + body.substring(after);
    }

    private Set<String> made() {
        return names.known().values().stream()
                .filter(value -> value.startsWith("/configurations/") || value.startsWith("/working/"))
                .collect(Collectors.toSet());
    }
}
