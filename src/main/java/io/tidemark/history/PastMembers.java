package io.tidemark.history;

import io.tidemark.kernel.http.DavPath;
import io.tidemark.kernel.memory.Pages;
import io.tidemark.namespace.PastMemberRepository;
import io.tidemark.namespace.ResourceView;
import io.tidemark.namespace.RevisionKey;
import io.tidemark.target.ConfiguredTarget;
import io.tidemark.target.ConfiguredTrees;
import io.tidemark.target.FilesTarget;
import io.tidemark.target.Selection;
import io.tidemark.target.Shown;
import io.tidemark.target.Target;
import io.tidemark.target.Targets;
import io.tidemark.target.TreeRepository;
import io.tidemark.target.Visibility;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Lists what is in a tree as it is or as it was, as far as the caller may see it now. A file that was never under version
 * control is known by its name and identity; its content of then only if it has not been written since.
 */
@ApplicationScoped
public class PastMembers {

    private static final int NAMES = 100;

    @Inject
    private Targets targets;

    @Inject
    private ConfiguredTrees trees;

    @Inject
    private TreeRepository present;

    @Inject
    private PastMemberRepository past;

    @Inject
    private Visibility visibility;

    @Inject
    private RevisionTimeRepository times;

    /**
     * A page of the members of a collection, in the order of names.
     *
     * @param collection the state's target, or a collection below it that this has listed
     * @param moment the state's
     * @param after the name that the page begins behind; empty for the first page
     */
    public List<PastMember> page(FilesTarget collection, @Nullable Instant moment, String after, int limit) {
        return dated(targets.stored(collection, after, limit), moment);
    }

    /** All members of a collection, page by page. */
    public Iterable<List<PastMember>> pages(FilesTarget collection, @Nullable Instant moment, int size) {
        return Pages.of(size, last -> page(collection, moment, last == null ? "" : last.name(), size));
    }

    /** The members of a collection of some names, in no order; those that are there. */
    public List<PastMember> named(FilesTarget collection, @Nullable Instant moment, Collection<String> names) {
        List<FilesTarget> found = new ArrayList<>();
        List<String> all = List.copyOf(names);
        for (int first = 0; first < all.size(); first += NAMES) {
            List<String> some = all.subList(first, Math.min(first + NAMES, all.size()));
            found.addAll(visibility.shown(list(collection, some)));
        }
        return dated(found, moment);
    }

    private List<FilesTarget> list(FilesTarget collection, List<String> names) {
        if (collection instanceof ConfiguredTarget in) {
            return trees.shown(in, names).values().stream()
                    .<FilesTarget>map(Shown::target)
                    .filter(Target::isMapped)
                    .toList();
        }
        Selection selection = collection.selection();
        if (selection != null && selection.moment() != null) {
            return past.list(collection.mapped().id(), selection.moment(), names).stream()
                    .map(member -> collection.member(member.id(), member.name(), member.resource()))
                    .toList();
        }
        Set<DavPath> paths =
                names.stream().map(name -> collection.path().child(name, false)).collect(Collectors.toSet());
        return present.resolve(collection, paths).at(paths).stream()
                .filter(Target::isMapped)
                .toList();
    }

    /** What a state shows at a path below what it is of; empty where it shows nothing. */
    public Optional<PastMember> at(TreeState state, List<String> names) {
        PastMember at = of(state);
        for (String name : names) {
            List<PastMember> found =
                    at.target().isCollection() ? named(at.target(), state.moment(), List.of(name)) : List.of();
            if (found.isEmpty()) {
                return Optional.empty();
            }
            at = found.get(0);
        }
        return Optional.of(at);
    }

    /** What a state itself shows. */
    public PastMember of(TreeState state) {
        return dated(List.of(state.target()), state.moment()).get(0);
    }

    private List<PastMember> dated(List<FilesTarget> shown, @Nullable Instant moment) {
        if (moment == null) {
            return shown.stream().map(target -> new PastMember(target, true)).toList();
        }
        Map<RevisionKey, Instant> made = times.made(shown.stream()
                .filter(Target::isFile)
                .map(file -> key(file.mapped()))
                .toList());
        return shown.stream()
                .map(target -> new PastMember(
                        target,
                        !target.isFile()
                                || !made.getOrDefault(key(target.mapped()), Instant.MAX)
                                        .isAfter(moment)))
                .toList();
    }

    private static RevisionKey key(ResourceView view) {
        return new RevisionKey(view.id(), view.revision());
    }
}
