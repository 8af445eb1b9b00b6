package io.tidemark.sync;

import io.tidemark.namespace.Sheet;
import io.tidemark.sync.Position.Mode;
import io.tidemark.target.ConfiguredTarget;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The part of a walk through a workspace that is in one collection. */
final class WorkspaceFrame {

    private final ConfiguredTarget collection;
    private final Set<UUID> former;
    private final List<Sheet> live;
    private final ReadAhead<LaidName> ahead = new ReadAhead<>();
    private final PassedMembers passed = new PassedMembers();
    private int sheet;
    private Position position;
    private String last;

    private WorkspaceFrame(ConfiguredTarget collection, Set<UUID> former, Position position, String last) {
        this.collection = collection;
        this.former = former;
        this.position = position;
        this.last = last;
        this.live = collection.sheets().stream().filter(Sheet::isLive).toList();
    }

    /**
     * Where a walk begins.
     *
     * @param collection the collection; in {@link Mode#GONE}, what is at its URL instead
     * @param former collections whose members the client may know by this URL
     */
    static WorkspaceFrame beginning(ConfiguredTarget collection, Mode mode, Set<UUID> former, Span span) {
        return new WorkspaceFrame(
                collection, former, mode == Mode.CHANGED ? Position.after(span.since()) : Position.beginning(mode), "");
    }

    /**
     * The same, where an earlier walk has stopped behind a row.
     *
     * @param row null when it is gone for ever: then the walk begins anew here
     */
    WorkspaceFrame behind(@Nullable SheetRow row, Position stopped) {
        int of =
                row == null ? -1 : live.stream().map(Sheet::collection).toList().indexOf(row.in());
        boolean marked = stopped.mode() == Mode.CHANGED || stopped.mode() == Mode.LATER;
        if (row == null || (marked && of < 0)) {
            return this;
        }
        sheet = marked ? of : 0;
        last = row.name();
        position = stopped;
        ahead.enter();
        return this;
    }

    /** What the workspace shows as one collection. */
    ConfiguredTarget collection() {
        return collection;
    }

    Mode mode() {
        return position.mode();
    }

    Position position() {
        return position;
    }

    /** The name that the walk is behind. */
    String last() {
        return last;
    }

    /** The one of them whose marks the walk goes by now; null after the last. */
    @Nullable
    UUID current() {
        return sheet < live.size() ? live.get(sheet).collection() : null;
    }

    /** The collections that are compared: those that show, and those whose members the client may know. */
    Set<UUID> compared() {
        Set<UUID> all = new LinkedHashSet<>(former);
        collection.sheets().forEach(one -> all.add(one.collection()));
        return all;
    }

    ReadAhead<LaidName> ahead() {
        return ahead;
    }

    /** The next name, which the frame is behind from now on; null when there is none. */
    @Nullable
    LaidName next() {
        LaidName next = ahead.next();
        if (next != null) {
            last = next.name();
            position = position.behind(next.order(), next.id());
        }
        return next;
    }

    /** Whether a name was visited by its marks, in this answer at least. */
    boolean hasPassed(LaidName name) {
        return name.rows().stream().anyMatch(row -> passed.has(row.id()));
    }

    /** Notes that a name was visited, to know it again should another tree have marks of it, or should these rise. */
    void pass(LaidName name) {
        name.rows().forEach(row -> passed.add(row.id()));
    }

    /**
     * Goes on when all names are visited that a walk goes through in one way.
     *
     * @return false at the end
     */
    boolean turn(Span span) {
        passed.turn();
        if (mode() == Mode.CHANGED && span.isDeep()) {
            position = Position.beginning(Mode.LATER);
        } else if ((mode() == Mode.CHANGED || mode() == Mode.LATER) && sheet + 1 < live.size()) {
            sheet++;
            position = Position.after(span.since());
        } else {
            return false;
        }
        last = "";
        ahead.restart();
        return true;
    }
}
