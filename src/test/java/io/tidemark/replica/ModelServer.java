package io.tidemark.replica;

import io.tidemark.tool.RefusedException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * A server that is honest, and in this process: identities, entity tags by content, reports in pages that are not of one moment,
 * tokens that are refused after a backup was restored. It keeps every content that it ever had.
 */
final class ModelServer implements Server {

    private record Node(String id, boolean folder, String content) {}

    private TreeMap<String, Node> nodes = new TreeMap<>();
    private TreeMap<String, Long> changed = new TreeMap<>();
    private Set<String> history = new HashSet<>();
    private long number;
    private long ids;
    private int epoch;
    /** How many changes a page tells of before it is cut; 0 for all. */
    int cut;

    int sends;
    int fetches;

    /** What a backup holds. */
    record Backup(TreeMap<String, Node> nodes, Set<String> history) {}

    Backup backup() {
        return new Backup(new TreeMap<>(nodes), new HashSet<>(history));
    }

    void restore(Backup backup) {
        nodes = new TreeMap<>(backup.nodes());
        history = new HashSet<>(backup.history());
        changed = new TreeMap<>();
        epoch++;
        number = 0;
    }

    Set<String> history() {
        return history;
    }

    /** Paths and contents; of folders the paths with a slash. */
    Map<String, String> listing() {
        Map<String, String> listing = new TreeMap<>();
        nodes.forEach((path, node) -> listing.put(node.folder() ? path + '/' : path, node.content()));
        return listing;
    }

    static String tag(String content) {
        return "\"t-" + content + '"';
    }

    @Override
    public Optional<Page> changes(String token, int seconds) {
        if (token.isEmpty()) {
            List<Listed> all = new ArrayList<>();
            nodes.keySet().forEach(path -> all.add(listed(path)));
            return Optional.of(new Page(all, List.of(), List.of(), List.of(), token(number, number, ""), false));
        }
        String[] parts = token.split(":", 4);
        if (Integer.parseInt(parts[0]) != epoch) {
            return Optional.empty();
        }
        long from = Long.parseLong(parts[1]);
        long covered = Long.parseLong(parts[2]);
        String last = parts[3];
        List<Listed> items = new ArrayList<>();
        List<String> gone = new ArrayList<>();
        boolean cutOff = false;
        String reached = "";
        for (Map.Entry<String, Long> change : changed.entrySet()) {
            String path = change.getKey();
            long known = !last.isEmpty() && path.compareTo(last) <= 0 ? covered : from;
            if (change.getValue() <= known) {
                continue;
            }
            if (cut > 0 && last.isEmpty() && items.size() + gone.size() >= cut) {
                cutOff = true;
                break;
            }
            reached = path;
            if (nodes.containsKey(path)) {
                items.add(listed(path));
            } else if (Paths.parent(path).isEmpty() || nodes.containsKey(Paths.parent(path))) {
                gone.add(path);
            }
        }
        if (cutOff) {
            return Optional.of(new Page(items, gone, List.of(), List.of(), token(from, number, reached), true));
        }
        return Optional.of(new Page(items, gone, List.of(), List.of(), token(number, number, ""), false));
    }

    private String token(long from, long covered, String last) {
        return epoch + ":" + from + ':' + covered + ':' + last;
    }

    private Listed listed(String path) {
        Node node = node(path);
        return new Listed(path, node.folder(), node.id(), node.folder() ? "" : tag(node.content()), "");
    }

    private Node node(String path) {
        return Objects.requireNonNull(nodes.get(path));
    }

    private void touch(String path) {
        changed.put(path, ++number);
    }

    private static RefusedException refused(int status, String what) {
        return new RefusedException(what + ": " + status, status, Set.of());
    }

    private void needParent(String path) throws RefusedException {
        String parent = Paths.parent(path);
        if (!parent.isEmpty() && (nodes.get(parent) == null || !node(parent).folder())) {
            throw refused(409, "no parent of " + path);
        }
    }

    @Override
    public String send(String path, Path file, String sha, long modified, String replaced) throws IOException {
        String content = Files.readString(file);
        if (!sha(content).equals(sha)) {
            throw refused(400, "changed while it was sent: " + path);
        }
        Node there = nodes.get(path);
        if (replaced.isEmpty()
                ? there != null
                : there == null || there.folder() || !tag(there.content()).equals(replaced)) {
            throw refused(412, "PUT " + path);
        }
        sends++;
        put(path, content);
        return tag(content);
    }

    /** What some other client does. */
    void put(String path, String content) throws RefusedException {
        needParent(path);
        Node there = nodes.get(path);
        if (there != null && there.folder()) {
            throw refused(405, "PUT " + path);
        }
        nodes.put(path, new Node(there == null ? "id" + ++ids : there.id(), false, content));
        history.add(content);
        touch(path);
    }

    @Override
    public Received fetch(String path, Path target) throws IOException {
        Node there = nodes.get(path);
        if (there == null || there.folder()) {
            throw refused(404, "GET " + path);
        }
        fetches++;
        Files.writeString(target, there.content());
        return new Received(tag(there.content()), sha(there.content()), 1_000_000_000_000L);
    }

    @Override
    public String sha(String path, String tag) throws RefusedException {
        Node there = nodes.get(path);
        if (there == null || there.folder() || !tag(there.content()).equals(tag)) {
            throw refused(412, "HEAD " + path);
        }
        return sha(there.content());
    }

    @Override
    public void make(String path) throws RefusedException {
        needParent(path);
        if (nodes.containsKey(path)) {
            throw refused(405, "MKCOL " + path);
        }
        nodes.put(path, new Node("id" + ++ids, true, ""));
        touch(path);
    }

    @Override
    public void move(String from, String to, boolean folder, String state) throws RefusedException {
        check(from, folder, state);
        needParent(to);
        if (nodes.containsKey(to) || Paths.isWithin(to, from)) {
            throw refused(412, "MOVE " + from + " to " + to);
        }
        List<String> moved = within(from);
        for (String path : moved) {
            String target = to + path.substring(from.length());
            nodes.put(target, node(path));
            nodes.remove(path);
            touch(path);
            touch(target);
        }
    }

    @Override
    public void delete(String path, boolean folder, String state) throws RefusedException {
        check(path, folder, state);
        for (String item : within(path)) {
            nodes.remove(item);
            touch(item);
        }
    }

    private List<String> within(String path) {
        List<String> within =
                new ArrayList<>(nodes.subMap(path + '/', path + '0').keySet());
        within.add(0, path);
        return within;
    }

    private void check(String path, boolean folder, String state) throws RefusedException {
        Node there = nodes.get(path);
        if (there == null || there.folder() != folder) {
            throw refused(404, path);
        }
        if (!folder) {
            if (!state.isEmpty() && !tag(there.content()).equals(state)) {
                throw refused(412, path);
            }
            return;
        }
        if (state.isEmpty()) {
            return;
        }
        String[] parts = state.split(":", 4);
        long known = Long.parseLong(parts[1]);
        boolean same = Integer.parseInt(parts[0]) == epoch
                && changed.subMap(path + '/', path + '0').values().stream().allMatch(n -> n <= known)
                && changed.getOrDefault(path, 0L) <= known;
        if (!same) {
            throw refused(412, path);
        }
    }

    static String sha(String content) {
        return HexFormat.of().formatHex(Folder.sha256().digest(content.getBytes(StandardCharsets.UTF_8)));
    }
}
