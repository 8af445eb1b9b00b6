package io.tidemark.map;

import io.tidemark.kernel.http.DavPath;
import io.tidemark.kernel.memory.Pages;
import io.tidemark.map.VersionMap.OfConfiguration;
import io.tidemark.map.VersionMap.OfRevisions;
import io.tidemark.target.ConfigurationsSubtree;
import io.tidemark.target.FilesTarget;
import io.tidemark.target.FixedCollection;
import io.tidemark.target.Nothing;
import io.tidemark.target.SeenConfigurations;
import io.tidemark.target.Subtree;
import io.tidemark.target.Target;
import io.tidemark.target.Visibility;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code /maps/}: the version maps, all of them read-only. */
@ApplicationScoped
public class MapsSubtree implements Subtree {

    /** The subtree's name. */
    public static final String NAME = "maps";

    /** Where maps are made. */
    static final DavPath ROOT = DavPath.of(List.of(NAME), true);

    private static final int MAP_DEPTH = 2;
    private static final int PAGE = 500;

    @Inject
    private MapRepository maps;

    @Inject
    private ConfigurationsSubtree configurations;

    @Inject
    private RevisionTree revisions;

    @Inject
    private Visibility visibility;

    @Inject
    private SeenConfigurations seen;

    @Override
    public String name() {
        return NAME;
    }

    /** Whether a path is one of a map, whether there is one or not. */
    static boolean isMap(DavPath path) {
        return path.subtree().equals(NAME) && path.segments().size() == MAP_DEPTH;
    }

    @Override
    public Target resolve(DavPath path) {
        if (path.segments().size() < MAP_DEPTH) {
            return new FixedCollection(path.asCollection(true));
        }
        VersionMap map = map(path).orElse(null);
        if (map instanceof OfRevisions of) {
            return revisions.resolve(of, path, names(path));
        }
        if (map instanceof OfConfiguration of) {
            Target target = configurations.tree(of.configuration(), path, names(path));
            // The map of a configuration that was deleted is an empty collection.
            return target.isMapped() || !isMap(path) ? target : new FixedCollection(path.asCollection(true));
        }
        return new Nothing(path);
    }

    @Override
    public boolean isWritable(DavPath path) {
        return false;
    }

    @Override
    public List<? extends Target> members(Target collection, String after, int limit) {
        DavPath path = collection.path();
        if (path.segments().size() < MAP_DEPTH) {
            return maps(after, limit);
        }
        if (collection instanceof FilesTarget tree) {
            return configurations.members(tree, after, limit);
        }
        return map(path).orElse(null) instanceof OfRevisions of
                ? revisions.members(of, path, names(path), after, limit)
                : List.of();
    }

    @Override
    public int countBelow(Target collection, int limit) {
        if (collection instanceof FilesTarget tree) {
            return configurations.countBelow(tree, limit);
        }
        if (collection.path().segments().size() >= MAP_DEPTH) {
            return map(collection.path()).orElse(null) instanceof OfRevisions of
                    ? revisions.size(of, names(collection.path()))
                    : 0;
        }
        int count = 0;
        for (List<Target> page : Pages.<Target>of(
                PAGE,
                last -> members(collection, last == null ? "" : last.path().name(), PAGE))) {
            for (Target map : page) {
                count += 1 + (count <= limit ? countBelow(map, limit) : 0);
            }
            if (count > limit) {
                break;
            }
        }
        return count;
    }

    /** Names of maps that do not show leave no gap in a page: one that is not full is the last. */
    private List<Target> maps(String after, int limit) {
        List<Target> found = new ArrayList<>();
        String last = after;
        boolean more = true;
        while (more && found.size() < limit) {
            List<String> names = maps.list(last, limit - found.size());
            more = names.size() == limit - found.size();
            last = names.isEmpty() ? last : names.get(names.size() - 1);
            names.stream()
                    .map(name -> resolve(ROOT.child(name, true)))
                    .filter(Target::isMapped)
                    .forEach(found::add);
        }
        return found;
    }

    /** The map of a path, if its reader may see what it is a map of. */
    private Optional<VersionMap> map(DavPath path) {
        return maps.find(path.segments().get(1)).filter(this::shows);
    }

    private boolean shows(VersionMap map) {
        return map instanceof OfRevisions of
                ? visibility.shows(of.resource())
                : seen.showOrAreGone(((OfConfiguration) map).configuration());
    }

    private static List<String> names(DavPath path) {
        return path.segments().subList(MAP_DEPTH, path.segments().size());
    }
}
