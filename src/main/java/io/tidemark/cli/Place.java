package io.tidemark.cli;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A file or folder on a server, as people say it: {@code /plans/route.txt}, or {@code work:/plans/route.txt} on the server
 * {@code work}. Names stand as they are, nothing is encoded.
 *
 * @param server empty for the usual one
 * @param path names below the login's URL, joined by slashes, without one at either end
 * @param folder whether it ended in a slash, or is all
 */
record Place(String server, String path, boolean folder) {

    private static final Pattern OF_SERVER = Pattern.compile("([A-Za-z0-9][A-Za-z0-9_-]*):(/.*)", Pattern.DOTALL);

    static Place parse(String text) throws FailedException {
        Matcher named = OF_SERVER.matcher(text);
        String server = named.matches() ? named.group(1) : "";
        String path = named.matches() ? named.group(2) : text;
        if (path.isEmpty()) {
            throw FailedException.usage("A path on the server is missing; / stands for all of it.");
        }
        List<String> names = new ArrayList<>();
        for (String name : path.split("/", -1)) {
            if (name.equals("..")) {
                throw FailedException.usage("A path on the server has no '..' in it.");
            }
            if (name.indexOf('\0') >= 0) {
                throw FailedException.usage("A name has no NUL in it.");
            }
            if (!name.isEmpty() && !name.equals(".")) {
                names.add(name);
            }
        }
        return new Place(server, String.join("/", names), names.isEmpty() || path.endsWith("/"));
    }

    /**
     * A place, and a state of it behind the last at sign.
     *
     * @param place where
     * @param state now, when no at sign is there
     */
    record At(Place place, State state) {

        /**
         * Reads both. A name with an at sign in it is followed by {@code @now}.
         *
         * @throws FailedException for a state that is none
         */
        static At parse(String text, Clock clock) throws FailedException {
            int at = text.lastIndexOf('@');
            if (at < 0 || text.indexOf('/', at) >= 0) {
                return new At(Place.parse(text), State.NOW);
            }
            return new At(Place.parse(text.substring(0, at)), State.parse(text.substring(at + 1), clock));
        }

        /** For messages. */
        @Override
        public String toString() {
            return state.isNow() ? place.toString() : place + "@" + Output.shown(state.toString());
        }
    }

    String name() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    Place parent() {
        int slash = path.lastIndexOf('/');
        return new Place(server, slash < 0 ? "" : path.substring(0, slash), true);
    }

    Place member(String name, boolean isFolder) {
        return new Place(server, path.isEmpty() ? name : path + '/' + name, isFolder);
    }

    Place as(boolean isFolder) {
        return new Place(server, path, isFolder || path.isEmpty());
    }

    boolean isAll() {
        return path.isEmpty();
    }

    /** The path as it is written for programs. */
    String plain() {
        return '/' + path + (folder && !path.isEmpty() ? "/" : "");
    }

    /** For people. */
    @Override
    public String toString() {
        return Output.shown(plain());
    }
}
