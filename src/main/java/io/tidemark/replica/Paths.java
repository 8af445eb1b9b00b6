package io.tidemark.replica;

import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What paths have in them. */
final class Paths {

    private static final String PASSING = ".tidemark-moving-";
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH-mm-ss");

    private static final Pattern ENDING = Pattern.compile("(.+)(\\.[\\p{Alnum}_~-]{1,12})", Pattern.DOTALL);

    private Paths() {}

    /** The folder that a path is in; empty for the one that all are in. */
    static String parent(String path) {
        int slash = path.lastIndexOf('/');
        return slash < 0 ? "" : path.substring(0, slash);
    }

    static String name(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    static String member(String folder, String name) {
        return folder.isEmpty() ? name : folder + '/' + name;
    }

    /** Whether a path is the other one, or below it. */
    static boolean isWithin(String path, String other) {
        return other.isEmpty() || path.equals(other) || path.startsWith(other + '/');
    }

    /** A name that something has while others take each other's places. */
    static String passing(String path, int number) {
        return member(parent(path), PASSING + Integer.toHexString(path.hashCode()) + '-' + number);
    }

    static boolean isPassing(String path) {
        return name(path).startsWith(PASSING);
    }

    /**
     * What a file is called that gives way to another.
     *
     * @param who has written it
     * @param number tells several of one second from each other; the first has 0
     */
    static String conflict(String path, boolean folder, String who, LocalDateTime time, int number) {
        String name = name(path);
        Matcher dotted = ENDING.matcher(name);
        boolean ends = !folder && dotted.matches();
        String stem = ends ? dotted.group(1) : name;
        String ending = ends ? dotted.group(2) : "";
        String author = who.replaceAll("[/\\\\:*?\"<>|\\p{Cntrl}]", "-");
        String mark = " (conflict, " + author + ", " + TIME.format(time) + (number == 0 ? "" : ", " + number) + ')';
        return member(parent(path), shortened(stem, 250 - bytes(mark) - bytes(ending)) + mark + ending);
    }

    private static String shortened(String text, int most) {
        String rest = text;
        while (!rest.isEmpty() && bytes(rest) > most) {
            rest = rest.substring(0, rest.offsetByCodePoints(rest.length(), -1));
        }
        return rest;
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
