package io.tidemark.map;

import io.tidemark.kernel.http.DavPath;
import io.tidemark.kernel.http.RevisionId;
import io.tidemark.map.GraphRepository.Branch;
import io.tidemark.map.Place.Entry;
import io.tidemark.map.VersionMap.OfRevisions;
import io.tidemark.namespace.BranchPosition;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code DAV:branchmap} and {@code DAV:nestedbranchmap}: a folder for each branch, side by side or each in the one it left. */
@ApplicationScoped
class BranchLayout implements Layout {

    /** What a branch is called whose id can be no segment of a path. */
    private static final Pattern NUMBERED = Pattern.compile("branch;([1-9][0-9]{0,8})");

    private static final Branch PRIMARY =
            new Branch(BranchPosition.PRIMARY, io.tidemark.namespace.Branch.PRIMARY, BranchPosition.PRIMARY);

    @Inject
    private GraphRepository graph;

    @Override
    public Optional<Place> find(OfRevisions map, List<String> names) {
        Place at = new Place.Root();
        for (String name : names) {
            Optional<Place> next = step(map, at, name);
            if (next.isEmpty()) {
                return next;
            }
            at = next.get();
        }
        return Optional.of(at);
    }

    private Optional<Place> step(OfRevisions map, Place from, String name) {
        if (from instanceof Place.OfRevision of) {
            return name.equals(map.fileName()) ? Optional.of(new Place.File(of.number())) : Optional.empty();
        }
        OptionalInt number = RevisionId.number(name);
        if (from instanceof Place.OfBranch of && number.isPresent()) {
            return graph.isOn(map.resource(), number.getAsInt(), of.branch())
                    ? Optional.of(new Place.OfRevision(number.getAsInt()))
                    : Optional.empty();
        }
        return from instanceof Place.File
                ? Optional.empty()
                : branch(map, name)
                        .filter(branch -> isIn(map, from, branch))
                        .map(branch -> new Place.OfBranch(branch.number()));
    }

    /** Whether the folder of a branch is in another. */
    private static boolean isIn(OfRevisions map, Place folder, Branch branch) {
        if (branch.number() == BranchPosition.PRIMARY || map.style() == MapStyle.BRANCH) {
            return folder instanceof Place.Root;
        }
        return folder instanceof Place.OfBranch of && of.branch() == branch.left();
    }

    @Override
    public List<Entry> entries(OfRevisions map, Place folder, String after, int limit, int room) {
        if (folder instanceof Place.OfRevision of) {
            Entry file = new Entry(map.fileName(), new Place.File(of.number()));
            return after.isEmpty() ? List.of(file) : List.of();
        }
        List<Entry> entries = new ArrayList<>();
        OptionalInt revision = RevisionId.number(after);
        int last = after.isEmpty() || revision.isPresent()
                ? BranchPosition.PRIMARY
                : branch(map, after).map(Branch::number).orElse(BranchPosition.PRIMARY);
        if (folder instanceof Place.Root && after.isEmpty()) {
            entries.add(entry(PRIMARY));
        }
        if (folder instanceof Place.OfBranch of && (after.isEmpty() || revision.isPresent())) {
            graph.onBranch(map.resource(), of.branch(), revision.orElse(0), limit)
                    .forEach(number -> entries.add(new Entry(RevisionId.of(number), new Place.OfRevision(number))));
        }
        if (entries.size() < limit) {
            branches(map, folder, last, limit - entries.size()).forEach(branch -> entries.add(entry(branch)));
        }
        return entries;
    }

    private List<Branch> branches(OfRevisions map, Place folder, int after, int limit) {
        if (folder instanceof Place.OfBranch of) {
            return map.style() == MapStyle.NESTED
                    ? graph.branchesOf(map.resource(), of.branch(), after, limit)
                    : List.of();
        }
        return map.style() == MapStyle.NESTED ? List.of() : graph.branches(map.resource(), after, limit);
    }

    private Optional<Branch> branch(OfRevisions map, String name) {
        if (name.equals(PRIMARY.id())) {
            return Optional.of(PRIMARY);
        }
        Matcher numbered = NUMBERED.matcher(name);
        return graph.branch(map.resource(), name)
                .filter(branch -> isSegment(branch.id()))
                .or(() -> numbered.matches()
                        ? graph.branch(map.resource(), Integer.parseInt(numbered.group(1)))
                                .filter(branch -> !isSegment(branch.id()))
                        : Optional.empty());
    }

    private static Entry entry(Branch branch) {
        String name = isSegment(branch.id()) ? branch.id() : "branch;" + branch.number();
        return new Entry(name, new Place.OfBranch(branch.number()));
    }

    private static boolean isSegment(String id) {
        return id.indexOf('/') < 0
                && !id.equals(".")
                && !id.equals("..")
                && id.getBytes(StandardCharsets.UTF_8).length <= DavPath.MAX_SEGMENT_BYTES;
    }
}
