package io.tidemark.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.tidemark.kernel.http.DavPath;
import io.tidemark.namespace.Layer;
import io.tidemark.namespace.ResourceView;
import io.tidemark.sync.LayeredName.Past;
import io.tidemark.sync.Position.Mode;
import io.tidemark.target.ConfiguredTarget;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a walk does at a name of a workspace, from change 10 to change 20; expected is what {@link VisitTest} says. */
class WorkspaceVisitTest {
    private static final long SINCE = 10;
    private static final long BOUND = 20;
    private static final UUID WORKSPACE = new UUID(0, 9);
    private static final UUID ONE = new UUID(0, 1);
    private static final UUID FORMER = new UUID(0, 2);
    private static final Past FILE = new Past(true, Set.of());
    private static final Past COLLECTION = new Past(true, Set.of(FORMER));

    static Stream<Arguments> names() {
        return Stream.of(
                arguments("a file of a new collection", Mode.WHOLE, name(false), Past.NONE, "mapped -"),
                arguments("a collection in a new one", Mode.WHOLE, name(true, row(5, 5, 0)), Past.NONE, "mapped WHOLE"),
                arguments(
                        "a collection made of something else since the bound",
                        Mode.WHOLE,
                        name(true, row(25, 25, 0)),
                        Past.NONE,
                        "mapped -"),
                arguments("a name that does not show", Mode.WHOLE, name(null), Past.NONE, "- -"),
                arguments("a changed file", Mode.CHANGED, name(false, row(15, 5, 0)), Past.NONE, "mapped -"),
                arguments(
                        "a file that another change lifted", Mode.CHANGED, name(false, row(5, 5, 0)), Past.NONE, "- -"),
                arguments("a change below", Mode.CHANGED, name(true, row(5, 5, 15)), Past.NONE, "- CHANGED"),
                arguments(
                        "a change in a tree behind",
                        Mode.CHANGED,
                        name(true, row(5, 5, 0), row(15, 5, 15)),
                        Past.NONE,
                        "mapped CHANGED"),
                arguments("a new file", Mode.CHANGED, name(false, row(15, 15, 0)), Past.NONE, "mapped -"),
                arguments("a new collection", Mode.CHANGED, name(true, row(15, 15, 0)), Past.NONE, "mapped WHOLE"),
                arguments(
                        "a collection in another's place",
                        Mode.CHANGED,
                        name(true, row(15, 15, 0)),
                        COLLECTION,
                        "mapped REPLACED"),
                arguments(
                        "a file in a collection's place",
                        Mode.CHANGED,
                        name(false, row(15, 15, 0)),
                        COLLECTION,
                        "mapped GONE"),
                arguments("a removed file", Mode.CHANGED, name(null, row(15, 15, 0)), FILE, "gone -"),
                arguments(
                        "a removal of what the client has not",
                        Mode.CHANGED,
                        name(null, row(15, 15, 0)),
                        Past.NONE,
                        "- -"),
                arguments("what changed after the bound", Mode.CHANGED, name(true, row(25, 25, 0)), Past.NONE, "- -"),
                arguments(
                        "the same where a collection was",
                        Mode.CHANGED,
                        name(true, row(25, 25, 0)),
                        COLLECTION,
                        "gone -"),
                arguments("a name of before with nothing now", Mode.REPLACED, name(null), FILE, "gone -"),
                arguments("a name of before with something else", Mode.GONE, name(false), COLLECTION, "mapped GONE"),
                arguments(
                        "a collection of before that will be compared again",
                        Mode.REPLACED,
                        name(true, row(25, 25, 0)),
                        COLLECTION,
                        "gone -"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("names")
    void whatIsTold(String what, Mode mode, Laid name, Past past, String expected) {
        var span = new Span(SyncLevel.INFINITE, SINCE, BOUND);
        var frame = WorkspaceFrame.beginning(target(true, "a"), mode, Set.of(), span);
        assertThat(VisitTest.text(WorkspaceVisit.of(span, frame, name.with(past))))
                .as(what)
                .isEqualTo(expected);
    }

    /** What shows at a name, and the rows that the trees have of it. */
    private record Laid(@Nullable Boolean collection, List<LayerRow> rows) {
        LayeredName with(Past past) {
            return new LayeredName("x", 1, 0, target(collection, "x"), rows, past);
        }
    }

    private static Laid name(@Nullable Boolean collection, LayerRow... rows) {
        return new Laid(collection, List.of(rows));
    }

    private static LayerRow row(long number, long mapped, long below) {
        return new LayerRow(1, WORKSPACE, "x", ONE, true, new ChangedName.Marks(number, mapped, below, ONE));
    }

    private static ConfiguredTarget target(@Nullable Boolean collection, String name) {
        boolean folder = Boolean.TRUE.equals(collection);
        ResourceView view = collection == null ? null : Views.view(ONE, folder, false);
        return new ConfiguredTarget(
                DavPath.of(List.of("configurations", WORKSPACE.toString(), name), folder),
                List.of(),
                null,
                null,
                view,
                WORKSPACE,
                folder ? List.of(new Layer(ONE, 0, Layer.NOW, null)) : List.of());
    }
}
