package io.tidemark.history.restore;

import io.tidemark.files.RevisionRestore;
import io.tidemark.guard.Admission;
import io.tidemark.guard.Effect;
import io.tidemark.guard.Removed;
import io.tidemark.history.PastMember;
import io.tidemark.kernel.error.Conditions;
import io.tidemark.kernel.error.DavException;
import io.tidemark.kernel.error.Patience;
import io.tidemark.kernel.http.DavPath;
import io.tidemark.kernel.memory.Pages;
import io.tidemark.namespace.Ancestors;
import io.tidemark.namespace.DefaultRevisions;
import io.tidemark.namespace.Ending;
import io.tidemark.namespace.Mappings;
import io.tidemark.namespace.Namespace;
import io.tidemark.namespace.Overrides;
import io.tidemark.namespace.Parent;
import io.tidemark.namespace.PropertySetRepository;
import io.tidemark.namespace.ResourceView;
import io.tidemark.target.ConfiguredTarget;
import io.tidemark.target.FilesTarget;
import io.tidemark.target.Target;
import io.tidemark.target.Targets;
import io.tidemark.target.TreeRepository;
import io.tidemark.target.Visibility;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Carries a {@link Plan} out: names become free first, then what was there comes back, and shows what it did. Locks and rights
 * count at each name, as if somebody wrote there.
 */
@ApplicationScoped
class RestoreRun {

    private static final int PAGE = 100;

    @Inject
    private Admission admission;

    @Inject
    private Targets targets;

    @Inject
    private TreeRepository tree;

    @Inject
    private Visibility visibility;

    @Inject
    private Ancestors ancestors;

    @Inject
    private Mappings mappings;

    @Inject
    private Overrides overrides;

    @Inject
    private Namespace namespace;

    @Inject
    private PropertySetRepository propertySets;

    @Inject
    private RevisionRestore restores;

    @Inject
    private DefaultRevisions defaults;

    @Inject
    private Event<Removed> removed;

    /**
     * Carries a plan out.
     *
     * @param top the request URL's collection, admitted
     * @param tokens the lock tokens that the request has submitted
     * @throws DavException a protection's refusal; 507 {@code too-many-members} for more than can be done in time
     */
    void run(FilesTarget top, Plan plan, List<String> tokens, Patience patience) {
        Set<FilesTarget> moving = Collections.newSetFromMap(new IdentityHashMap<>());
        plan.arrivals().stream().map(Arrival::from).filter(Objects::nonNull).forEach(moving::add);
        List<Departure> reachable =
                plan.departures().stream().filter(RestoreRun::isReachable).toList();
        Map<Arrival, List<Departure>> late = plan.departures().stream()
                .filter(departure -> !isReachable(departure))
                .collect(Collectors.groupingBy(departure -> Objects.requireNonNull(departure.within())));
        depart(top, reachable, Departure::from, moving, tokens, patience);
        pages(plan.arrivals()).forEach(page -> {
            patience.require();
            arrive(top, page, tokens);
            overrides.forget();
            // What is in a collection that comes back must go before what was in it comes.
            page.forEach(arrival -> depart(
                    top,
                    late.getOrDefault(arrival, List.of()),
                    departure -> at(departure.from().path()),
                    moving,
                    tokens,
                    patience));
        });
        Pages.of(plan.rewritings(), PAGE).forEach(page -> {
            patience.require();
            rewrite(top, page, tokens);
            overrides.forget();
        });
    }

    /** What is in a collection that was deleted can be named only when that is back. */
    private static boolean isReachable(Departure departure) {
        Arrival within = departure.within();
        return within == null || within.current() != null;
    }

    /** Frees names; those in collections first, which are found only as long as these are there. */
    private void depart(
            FilesTarget top,
            List<Departure> departures,
            Function<Departure, FilesTarget> finder,
            Set<FilesTarget> moving,
            List<String> tokens,
            Patience patience) {
        List<Departure> sorted = departures.stream()
                .sorted(Comparator.comparing(
                        (Departure departure) ->
                                departure.from().path().segments().size(),
                        Comparator.reverseOrder()))
                .toList();
        Pages.of(sorted, PAGE).forEach(page -> {
            patience.require();
            List<FilesTarget> locked =
                    admission.admitBelow(top, page.stream().map(finder).toList());
            for (int i = 0; i < locked.size(); i++) {
                FilesTarget name = locked.get(i);
                admission.protect(name, Effect.MEMBERSHIP, tokens);
                admission.protect(name, Effect.REMOVE, tokens);
                Ending ending = moving.contains(page.get(i).from()) ? Ending.MOVED : Ending.DELETED;
                mappings.unmap(name.existingParent(), name.rowId(), ending);
                removed.fire(new Removed(name));
            }
            overrides.forget();
        });
    }

    /** Files together; a collection by itself, because what comes after it may be in it. */
    private static List<List<Arrival>> pages(List<Arrival> arrivals) {
        List<List<Arrival>> pages = new ArrayList<>();
        boolean open = false;
        for (Arrival arrival : arrivals) {
            boolean file = arrival.past().target().isFile();
            if (!file || !open || pages.get(pages.size() - 1).size() == PAGE) {
                pages.add(new ArrayList<>());
            }
            pages.get(pages.size() - 1).add(arrival);
            open = file;
        }
        return pages;
    }

    private void arrive(FilesTarget top, List<Arrival> page, List<String> tokens) {
        List<FilesTarget> names = admission.admitBelow(
                top, found(top, page.stream().map(Arrival::past).toList()));
        for (int i = 0; i < names.size(); i++) {
            arrive(page.get(i), names.get(i), tokens);
        }
    }

    private void arrive(Arrival arrival, FilesTarget name, List<String> tokens) {
        FilesTarget was = arrival.past().target();
        ResourceView resource = was.mapped();
        admission.protect(name, Effect.MEMBERSHIP, tokens);
        Parent parent = name.existingParent();
        boolean returns = !(was instanceof ConfiguredTarget in) || Whereabouts.isOwn(in);
        if (returns) {
            if (resource.collection() && ancestors.isWithin(parent.id(), resource.id())) {
                throw DavException.of(409, Conditions.CYCLE_ALLOWED);
            }
            mappings.map(parent, was.path().name(), resource.id());
        } else if (resource.collection()) {
            overrides.collection(parent, was.path().name(), resource);
        } else {
            overrides.file(parent, was.path().name(), resource.id(), resource.revision());
        }
    }

    private void rewrite(FilesTarget top, List<Rewriting> page, List<String> tokens) {
        List<FilesTarget> now = admission.admitBelow(
                top, found(top, page.stream().map(Rewriting::past).toList()));
        Set<UUID> rewritten = new HashSet<>();
        for (int i = 0; i < now.size(); i++) {
            // By its second name, a file shows what has become of it by the first.
            boolean again = !rewritten.add(now.get(i).mapped().id());
            FilesTarget name = again ? admit(top, now.get(i).path()) : now.get(i);
            rewrite(top, page.get(i), name, tokens);
        }
    }

    /**
     * What stands now at the names of a page: in the files, found all together if it is below the request's collection and hidden
     * from nobody.
     */
    private List<FilesTarget> found(FilesTarget top, List<PastMember> page) {
        List<DavPath> paths = page.stream()
                .map(past -> past.target().path().asCollection(false))
                .toList();
        boolean together = !(top instanceof ConfiguredTarget)
                && !visibility.isRestricted()
                && paths.stream().allMatch(path -> path.isWithin(top.path()));
        if (!together) {
            return paths.stream().map(this::at).toList();
        }
        return tree.resolve(top, paths).at(paths);
    }

    private void rewrite(FilesTarget top, Rewriting rewriting, FilesTarget now, List<String> tokens) {
        FilesTarget was = rewriting.past().target();
        admission.protect(now, Effect.MODIFY, tokens);
        admission.accountTo(now);
        ResourceView view = now.mapped();
        if (view.collection()) {
            namespace.setProperties(
                    view,
                    now.modifiable().line(),
                    propertySets.read(was.mapped().propertySetId()),
                    was.mapped().language());
        } else if (now instanceof ConfiguredTarget || (isNewest(view) && !isChosenAgain(rewriting))) {
            restores.restore(now, was.mapped());
        } else if (!showAsChosen(rewriting, now)) {
            restores.restore(admit(top, was.path()), was.mapped());
        }
    }

    private static boolean isNewest(ResourceView view) {
        return view.revision() == view.tip();
    }

    private static boolean isChosenAgain(Rewriting rewriting) {
        int was = rewriting.past().target().mapped().revision();
        return rewriting.chosen().filter(chosen -> chosen == was).isPresent();
    }

    /** What somebody had chosen for a name is chosen again; what somebody has chosen since is not. */
    private boolean showAsChosen(Rewriting rewriting, FilesTarget now) {
        int was = rewriting.past().target().mapped().revision();
        boolean again = isChosenAgain(rewriting);
        defaults.choose(now.rowId(), now.mapped().id(), again ? was : null);
        return again;
    }

    private FilesTarget admit(FilesTarget top, DavPath path) {
        return admission.admitBelow(top, List.of(at(path))).get(0);
    }

    private FilesTarget at(DavPath path) {
        Target found = targets.of(path);
        return Optional.of(found)
                .filter(FilesTarget.class::isInstance)
                .map(FilesTarget.class::cast)
                .orElseThrow(DavException::notFound);
    }
}
