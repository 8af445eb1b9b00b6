package io.tidemark.sync;

import io.tidemark.namespace.Sheet;
import io.tidemark.namespace.SheetMember;
import io.tidemark.sync.LaidName.Past;
import io.tidemark.sync.Position.Mode;
import io.tidemark.target.ConfiguredTrees;
import io.tidemark.target.FilesTarget;
import io.tidemark.target.Shown;
import io.tidemark.target.Target;
import io.tidemark.target.Visibility;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads what a walk through a workspace comes to, a page at a time. */
@ApplicationScoped
class WorkspaceReader {

    @Inject
    private ConfiguredTrees trees;

    @Inject
    private Visibility visibility;

    @Inject
    private SyncRepository marks;

    @Inject
    private SheetRowRepository rows;

    @Inject
    private WorkspacePast pasts;

    /** Names, and whether there are no more. */
    record Page(List<LaidName> names, boolean last) {}

    /** The next names of a frame, {@code limit} at most. */
    Page page(WorkspaceFrame frame, Span span, int limit) {
        return switch (frame.mode()) {
            case WHOLE -> listed(frame, span, limit);
            case CHANGED, LATER -> changed(frame, span, limit);
            case REPLACED, GONE -> {
                List<String> names = rows.names(frame.compared(), frame.last(), limit);
                yield new Page(laid(frame, span, names), names.size() < limit);
            }
        };
    }

    /** What is at the name that a frame is behind. */
    LaidName at(WorkspaceFrame frame, Span span) {
        return laid(frame, span, List.of(frame.last())).get(0);
    }

    /** Where a frame is, for an answer that goes on there. */
    Position position(WorkspaceFrame frame) {
        Position position = frame.position();
        if (position.member() != 0 || frame.last().isEmpty()) {
            return position;
        }
        return rows.rows(frame.compared(), List.of(frame.last())).stream()
                .findFirst()
                .map(row -> position.behind(0, row.id()))
                .orElse(position);
    }

    /** The row that an answer has stopped behind; null when it is gone for ever. */
    @Nullable
    SheetRow row(Position position) {
        return rows.row(position.member()).orElse(null);
    }

    /** What the trees that can change have of names that are shown, in the order of the rows' ids. */
    Map<String, List<SheetRow>> rows(FilesTarget collection, Collection<Shown> shown) {
        return rows
                .rows(shown.stream()
                        .flatMap(one -> ids(collection, one).stream())
                        .toList())
                .values()
                .stream()
                .sorted(Comparator.comparing(SheetRow::id))
                .collect(Collectors.groupingBy(SheetRow::name));
    }

    private Page changed(WorkspaceFrame frame, Span span, int limit) {
        UUID collection = frame.current();
        if (collection == null) {
            return new Page(List.of(), true);
        }
        List<ChangedName> slots = frame.mode() == Mode.CHANGED
                ? marks.changed(collection, span, frame.position(), limit)
                : marks.changedLater(collection, span.bound(), frame.position().member(), limit);
        Map<String, LaidName> laid = laid(
                        frame, span, slots.stream().map(ChangedName::name).toList())
                .stream()
                .collect(Collectors.toMap(LaidName::name, name -> name));
        return new Page(
                slots.stream()
                        .map(slot ->
                                Objects.requireNonNull(laid.get(slot.name())).markedBy(slot.id(), slot.order()))
                        .toList(),
                slots.size() < limit);
    }

    /** All that shows. Only of collections it matters what they are made of. */
    private Page listed(WorkspaceFrame frame, Span span, int limit) {
        List<FilesTarget> members = trees.members(frame.collection(), frame.last(), limit).stream()
                .map(FilesTarget.class::cast)
                .toList();
        Map<String, LaidName> collections = laid(
                        frame,
                        span,
                        members.stream()
                                .filter(member -> span.isDeep() && member.isCollection())
                                .map(member -> member.path().name())
                                .toList())
                .stream()
                .collect(Collectors.toMap(LaidName::name, name -> name));
        Set<String> seen = seen(members);
        return new Page(
                members.stream()
                        .map(member -> collections.getOrDefault(
                                member.path().name(),
                                new LaidName(
                                        member.path().name(),
                                        0,
                                        0,
                                        seen.contains(member.path().name())
                                                ? member
                                                : nothing(frame, member.path().name()),
                                        List.of(),
                                        Past.NONE)))
                        .toList(),
                members.size() < limit);
    }

    private List<LaidName> laid(WorkspaceFrame frame, Span span, List<String> names) {
        if (names.isEmpty()) {
            return List.of();
        }
        FilesTarget collection = frame.collection();
        Map<String, Shown> shown = collection.isCollection() ? trees.shown(collection, names) : Map.of();
        Set<String> seen = seen(shown.values().stream().map(Shown::target).toList());
        // After what shows: see LaidName.
        Map<String, List<SheetRow>> laid = rows(collection, shown.values());
        Map<String, Past> known = switch (frame.mode()) {
            case WHOLE -> Map.of();
            case CHANGED, LATER -> pasts.before(span, shown, laid);
            case REPLACED, GONE -> pasts.ever(rows.rows(frame.compared(), names));
        };
        return names.stream()
                .map(name -> new LaidName(
                        name,
                        0,
                        0,
                        seen.contains(name)
                                ? Objects.requireNonNull(shown.get(name)).target()
                                : nothing(frame, name),
                        laid.getOrDefault(name, List.of()),
                        known.getOrDefault(name, Past.NONE)))
                .toList();
    }

    /** The rows of the trees that can change. */
    private static List<Long> ids(FilesTarget collection, Shown shown) {
        List<Sheet> sheets = Objects.requireNonNull(collection.configured()).sheets();
        return shown.members().stream()
                .filter(member -> sheets.get(member.sheet()).isLive())
                .map(SheetMember::id)
                .toList();
    }

    /** The names at which something shows that the caller may see. */
    private Set<String> seen(List<FilesTarget> targets) {
        List<Target> mapped = targets.stream()
                .filter(Target::isMapped)
                .map(Target.class::cast)
                .toList();
        return visibility.shown(mapped).stream()
                .map(target -> target.path().name())
                .collect(Collectors.toSet());
    }

    private static FilesTarget nothing(WorkspaceFrame frame, String name) {
        return new FilesTarget(frame.collection().path().child(name, false), List.of(), null, null, null);
    }
}
