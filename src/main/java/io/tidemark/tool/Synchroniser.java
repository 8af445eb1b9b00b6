package io.tidemark.tool;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * One run: asks for what changed, page by page, and does it (RFC 6578, appendix B). A page's token is kept only when
 * everything that the page says is in the directory.
 */
final class Synchroniser {

    private static final int ROUNDS = 3;

    private final CollectionUrl collection;
    private final Reports reports;
    private final LocalTree tree;
    private final MirrorState state;
    private final Changes changes;
    private final Downloads downloads;
    private boolean vanished;

    Synchroniser(
            CollectionUrl collection,
            Reports reports,
            LocalTree tree,
            MirrorState state,
            Changes changes,
            Downloads downloads) {
        this.collection = collection;
        this.reports = reports;
        this.tree = tree;
        this.state = state;
        this.changes = changes;
        this.downloads = downloads;
    }

    /**
     * Makes the directory equal to the collection.
     *
     * @return whether all of it is; otherwise {@link MirrorState#troubles} says what is not
     * @throws IOException when it cannot go on; what was done until then counts
     */
    boolean run() throws IOException, InterruptedException {
        Set<String> before = state.troubles().keySet();
        int round = 0;
        do {
            vanished = false;
            synchroniseScopes();
            // What was removed while it was being fetched: the next report tells.
        } while (vanished && ++round < ROUNDS);
        tryAgain(before);
        changes.finish();
        return state.troubles().isEmpty();
    }

    private void synchroniseScopes() throws IOException, InterruptedException {
        Set<String> done = new HashSet<>();
        for (Optional<Scope> next = next(done); next.isPresent(); next = next(done)) {
            done.add(next.get().path());
            while (!synchronise(next.get().path())) {
                state.restart(next.get().path());
            }
        }
    }

    private Optional<Scope> next(Set<String> done) {
        return state.scopes().stream()
                .filter(scope -> !done.contains(scope.path()))
                .findFirst();
    }

    /** Goes through all pages of one scope; false when it must be listed whole. */
    private boolean synchronise(String path) throws IOException, InterruptedException {
        state.abandonPage();
        Optional<Scope> scope = state.scope(path);
        if (scope.isEmpty()) {
            return true;
        }
        boolean whole = scope.get().whole();
        boolean uncovered = false;
        String token = scope.get().token();
        Set<String> listed = new HashSet<>();
        while (true) {
            Optional<SyncPage> page = reports.page(path, token);
            if (page.isEmpty()) {
                return token.isEmpty();
            }
            Plan plan = Plan.of(page.get(), collection, path, state::entry, tree::isIntact);
            if (plan.more() && page.get().token().equals(token)) {
                throw new IOException("The server's pages do not come to an end.");
            }
            token = page.get().token();
            state.beginPage();
            uncovered |= carryOut(plan);
            if (whole) {
                list(plan, listed);
            }
            if (!plan.more()) {
                removeUnreported(path, whole ? Optional.of(listed) : Optional.empty());
            }
            tree.force();
            // Until everything is listed, it is not known what is gone.
            if (!whole || !plan.more()) {
                state.commit(path, token);
            }
            if (!plan.more()) {
                return !uncovered;
            }
        }
    }

    /** Does what a page says; true when a collection that had reports of its own is covered by this scope again. */
    private boolean carryOut(Plan plan) throws IOException, InterruptedException {
        for (String key : plan.settled()) {
            state.settled(key);
        }
        // First, and whole: the report names what went with them, too.
        changes.displace(plan.directories());
        for (String path : plan.removals()) {
            changes.remove(path);
        }
        boolean uncovered = false;
        for (var directory : plan.directories().entrySet()) {
            String path = directory.getKey();
            changes.directory(path, directory.getValue());
            state.confirm(path);
            if (plan.boundaries().contains(path)) {
                if (state.scope(path).isEmpty()) {
                    state.restart(path);
                }
            } else if (state.scope(path).isPresent()) {
                state.endScope(path);
                uncovered = true;
            }
        }
        for (Wanted wanted : plan.kept()) {
            changes.keep(wanted);
        }
        fetchMissing(plan.fetches());
        for (var trouble : plan.troubles().entrySet()) {
            state.trouble(trouble.getKey(), trouble.getValue());
        }
        return uncovered;
    }

    /** Fetches what did not come back with a directory that was moved. */
    private void fetchMissing(List<Wanted> wanted) throws IOException, InterruptedException {
        List<Wanted> missing = new ArrayList<>();
        for (Wanted file : wanted) {
            if (changes.isHere(file)) {
                changes.keep(file);
            } else {
                missing.add(file);
            }
        }
        changes.keepReplaced(missing);
        fetch(missing);
    }

    private void fetch(List<Wanted> wanted) throws IOException, InterruptedException {
        Map<String, Long> byResource =
                wanted.stream().collect(Collectors.groupingBy(Wanted::resourceId, Collectors.counting()));
        Function<Wanted, Optional<Fetcher.Source>> source =
                file -> changes.source(file, byResource.getOrDefault(file.resourceId(), 0L) == 1);
        downloads.run(wanted, source, group -> {
            changes.install(group);
            vanished |= group.stream().anyMatch(Fetched::vanished);
        });
    }

    private static void list(Plan plan, Set<String> listed) {
        plan.directories().keySet().forEach(path -> list(path, listed));
        plan.kept().forEach(wanted -> list(wanted.path(), listed));
        plan.fetches().forEach(wanted -> list(wanted.path(), listed));
        plan.troubles().keySet().forEach(path -> list(path, listed));
        plan.removals().forEach(listed::remove);
    }

    private static void list(String path, Set<String> listed) {
        for (int end = path.length(); end > 0 && listed.add(path.substring(0, end)); ) {
            end = path.lastIndexOf('/', end - 1);
        }
    }

    /** Removes what the server does not have, though it never said that it is gone. */
    private void removeUnreported(String scope, Optional<Set<String>> listed) throws IOException {
        Set<String> unconfirmed = new HashSet<>(state.unconfirmed());
        if (listed.isEmpty() && unconfirmed.isEmpty()) {
            return;
        }
        for (Entry entry : state.within(scope)) {
            String path = entry.path();
            if (!isIn(scope, path)) {
                continue;
            }
            boolean gone = listed.isPresent()
                    ? !listed.get().contains(path)
                    : unconfirmed.contains(path)
                            && state.within(path).stream().allMatch(e -> unconfirmed.contains(e.path()));
            if (gone) {
                changes.remove(path);
            }
        }
        if (listed.isPresent()) {
            for (String key : state.troubles().keySet()) {
                String path = key.endsWith("/") ? key.substring(0, key.length() - 1) : key;
                if (isIn(scope, path)
                        && !listed.get().contains(path)
                        && !listed.get().contains(key)) {
                    state.settled(key);
                }
            }
        }
    }

    /** Whether it is this scope's reports that tell of a path, and not those of another inside it. */
    private boolean isIn(String scope, String path) {
        return !path.equals(scope)
                && Scope.isWithin(path, scope)
                && state.scopes().stream()
                        .map(Scope::path)
                        .noneMatch(inner -> inner.length() > scope.length()
                                && Scope.isWithin(inner, scope)
                                && !path.equals(inner)
                                && Scope.isWithin(path, inner));
    }

    /** Looks once more at what an earlier run could not do. */
    private void tryAgain(Set<String> keys) throws IOException, InterruptedException {
        List<Wanted> files = new ArrayList<>();
        for (String key : keys) {
            if (!state.troubles().containsKey(key) || key.startsWith("/")) {
                continue;
            }
            if (key.endsWith("/")) {
                changes.directory(key.substring(0, key.length() - 1), "");
            } else {
                files.add(new Wanted(key, "", Optional.empty(), ""));
            }
        }
        fetch(files);
        tree.force();
    }
}
