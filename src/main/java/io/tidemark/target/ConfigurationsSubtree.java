package io.tidemark.target;

import io.tidemark.kernel.http.DavPath;
import io.tidemark.kernel.memory.Pages;
import io.tidemark.namespace.MemberRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** {@code /configurations/}: the configuration root, and below it the tree of each configuration. */
@ApplicationScoped
public class ConfigurationsSubtree implements Subtree {

    private static final int PAGE = 500;

    @Inject
    private ConfigurationRepository configurations;

    @Inject
    private ConfiguredTrees trees;

    @Inject
    private PathRepository files;

    @Inject
    private MemberRepository members;

    @Inject
    private Visibility visibility;

    @Override
    public String name() {
        return ConfigurationPath.NAME;
    }

    @Override
    public Target resolve(DavPath path) {
        if (path.segments().size() == 1) {
            return new FixedCollection(path.asCollection(true));
        }
        UUID configuration = ConfigurationPath.configuration(path).orElse(null);
        if (configuration == null) {
            return new Nothing(path);
        }
        return tree(configuration, path, ConfigurationPath.names(path));
    }

    /**
     * What names below the root of a configuration's tree lead to; nothing when there is no such configuration.
     *
     * @param path the path that the target is to have, which ends in these names
     */
    public Target tree(UUID configuration, DavPath path, List<String> names) {
        if (configuration.equals(Configuration.FILES)) {
            return ofFiles(path, names);
        }
        FilesTarget found = trees.resolve(configuration, path, names);
        // What a name leads to is in a configuration that is there: nobody need ask.
        boolean there = (found.isMapped() && !names.isEmpty())
                || configurations.find(configuration).isPresent();
        return there ? found : new Nothing(path);
    }

    /** The built-in workspace stands for the files: the same, by another path. */
    private NamedTarget ofFiles(DavPath path, List<String> below) {
        List<String> names = new ArrayList<>(List.of(FilesSubtree.NAME));
        names.addAll(below);
        return files.resolve(DavPath.of(names, path.slash())).at(path);
    }

    @Override
    public List<? extends Target> members(Target collection, String after, int limit) {
        return collection instanceof FilesTarget tree
                ? trees.members(tree, after, limit)
                : roots(collection, after, limit);
    }

    private List<Target> roots(Target root, String after, int limit) {
        List<Target> found = new ArrayList<>();
        String builtIn = ConfigurationPath.of(Configuration.FILES).name();
        UUID last = after.isEmpty() || after.equals(builtIn)
                ? null
                : ConfigurationPath.configuration(root.path().child(after, true))
                        .orElse(null);
        if (last == null && !after.equals(builtIn)) {
            found.add(resolve(root.path().child(builtIn, true)));
        }
        configurations.list(last, limit - found.size()).stream()
                .map(ConfigurationPath::of)
                .map(this::resolve)
                .forEach(found::add);
        return found;
    }

    @Override
    public String state(Target collection) {
        return visibility.isRestricted() ? stateOfSeen() : configurations.state();
    }

    /** What the caller may not see must not make another state of it. */
    private String stateOfSeen() {
        String state = "";
        for (List<UUID> page : Pages.<UUID>of(PAGE, last -> configurations.list(last, PAGE))) {
            Set<UUID> hidden = visibility.hidden(page);
            String seen = page.stream()
                    .filter(configuration -> !hidden.contains(configuration))
                    .map(UUID::toString)
                    .collect(Collectors.joining(" "));
            if (!seen.isEmpty()) {
                state = UUID.nameUUIDFromBytes((state + seen).getBytes(StandardCharsets.UTF_8))
                        .toString();
            }
        }
        return state;
    }

    @Override
    public int countBelow(Target collection, int limit) {
        if (collection instanceof NamedTarget files) {
            return members.countBelow(files.mapped().id(), limit, visibility::hidden);
        }
        Deque<Target> pending = new ArrayDeque<>(List.of(collection));
        int count = 0;
        while (!pending.isEmpty() && count <= limit) {
            Target next = pending.pop();
            for (List<Target> page : Pages.<Target>of(
                    PAGE, last -> members(next, last == null ? "" : last.path().name(), PAGE))) {
                count += page.size();
                page.stream().filter(Target::isCollection).forEach(pending::push);
                if (count > limit) {
                    break;
                }
            }
        }
        return count;
    }
}
