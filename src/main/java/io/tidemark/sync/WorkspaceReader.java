package io.tidemark.sync;

import io.tidemark.namespace.LayerEntry;
import io.tidemark.sync.LayeredName.Past;
import io.tidemark.sync.Position.Mode;
import io.tidemark.target.ConfiguredTarget;
import io.tidemark.target.ConfiguredTrees;
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
    private LayerRowRepository rows;

    @Inject
    private WorkspacePast pasts;

    /** The next names of a frame; less than {@code limit} when there are no more. */
    List<LayeredName> page(WorkspaceFrame frame, Span span, int limit) {
        return switch (frame.mode()) {
            case WHOLE -> listed(frame, span, limit);
            case CHANGED, LATER -> changed(frame, span, limit);
            case REPLACED, GONE -> laid(frame, span, rows.names(frame.compared(), frame.last(), limit));
        };
    }

    /** What is at the name that a frame is behind. */
    LayeredName at(WorkspaceFrame frame, Span span) {
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
    LayerRow row(Position position) {
        return rows.row(position.member()).orElse(null);
    }

    /** What the trees that can change have of names that are shown, in the order of the rows' ids. */
    Map<String, List<LayerRow>> rows(Collection<Shown> shown) {
        return rows.rows(shown.stream().flatMap(one -> ids(one).stream()).toList()).values().stream()
                .sorted(Comparator.comparing(LayerRow::id))
                .collect(Collectors.groupingBy(LayerRow::name));
    }

    private List<LayeredName> changed(WorkspaceFrame frame, Span span, int limit) {
        UUID collection = frame.current();
        if (collection == null) {
            return List.of();
        }
        List<ChangedName> slots = frame.mode() == Mode.CHANGED
                ? marks.changed(collection, span, frame.position(), limit)
                : marks.changedLater(collection, span.bound(), frame.position().member(), limit);
        Map<String, LayeredName> laid = laid(
                        frame, span, slots.stream().map(ChangedName::name).toList())
                .stream()
                .collect(Collectors.toMap(LayeredName::name, name -> name));
        return slots.stream()
                .map(slot -> Objects.requireNonNull(laid.get(slot.name())).markedBy(slot.id(), slot.order()))
                .toList();
    }

    /** All that shows. Only of collections it matters what they are made of. */
    private List<LayeredName> listed(WorkspaceFrame frame, Span span, int limit) {
        List<ConfiguredTarget> members = trees.members(frame.collection(), frame.last(), limit);
        Map<String, LayeredName> collections = laid(
                        frame,
                        span,
                        members.stream()
                                .filter(member -> span.isDeep() && member.isCollection())
                                .map(member -> member.path().name())
                                .toList())
                .stream()
                .collect(Collectors.toMap(LayeredName::name, name -> name));
        Set<String> seen = seen(members);
        return members.stream()
                .map(member -> {
                    String name = member.path().name();
                    ConfiguredTarget shown = seen.contains(name) ? member : nothing(frame, name);
                    return collections.getOrDefault(name, new LayeredName(name, 0, 0, shown, List.of(), Past.NONE));
                })
                .toList();
    }

    private List<LayeredName> laid(WorkspaceFrame frame, Span span, List<String> names) {
        if (names.isEmpty()) {
            return List.of();
        }
        ConfiguredTarget collection = frame.collection();
        Map<String, Shown> shown = collection.isCollection() ? trees.shown(collection, names) : Map.of();
        Set<String> seen = seen(shown.values().stream().map(Shown::target).toList());
        // After what shows: see LayeredName.
        Map<String, List<LayerRow>> laid = rows(shown.values());
        Map<String, Past> known = switch (frame.mode()) {
            case WHOLE -> Map.of();
            case CHANGED, LATER -> pasts.before(span, shown, laid);
            case REPLACED, GONE -> pasts.ever(rows.rows(frame.compared(), names));
        };
        return names.stream()
                .map(name -> new LayeredName(
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
    private static List<Long> ids(Shown shown) {
        return shown.members().stream()
                .filter(member -> member.layer().isLive())
                .map(LayerEntry::id)
                .toList();
    }

    /** The names at which something shows that the caller may see. */
    private Set<String> seen(List<ConfiguredTarget> targets) {
        return visibility.shown(targets.stream().filter(Target::isMapped).toList()).stream()
                .map(target -> target.path().name())
                .collect(Collectors.toSet());
    }

    private static ConfiguredTarget nothing(WorkspaceFrame frame, String name) {
        ConfiguredTarget collection = frame.collection();
        return ConfiguredTarget.missing(collection.path().child(name, false), List.of(), collection.configuration());
    }
}
