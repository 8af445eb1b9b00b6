package io.tidemark.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.tidemark.journal.Mapping;
import io.tidemark.kernel.http.DavPath;
import io.tidemark.sync.Position.Mode;
import io.tidemark.target.FilesTarget;
import io.tidemark.target.NamedTarget;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What a walk does at a name in the files, from change 10 to change 20. Expected is what is told, {@code mapped}, {@code gone},
 * {@code boundary} or {@code -}, and how the walk goes on below, a mode or {@code -}.
 */
class VisitTest {
    private static final long SINCE = 10;
    private static final long BOUND = 20;
    private static final UUID ONE = new UUID(0, 1);
    private static final UUID OTHER = new UUID(0, 2);

    static Stream<Arguments> deep() {
        return Stream.of(
                arguments(
                        "a file of a new collection", Mode.WHOLE, now(file(ONE)).atBound(file(ONE)), "mapped -"),
                arguments("what came after the bound", Mode.WHOLE, now(file(ONE)), "- -"),
                arguments(
                        "a collection in a new one", Mode.WHOLE, now(coll(ONE)).atBound(coll(ONE)), "mapped WHOLE"),
                arguments(
                        "a hidden collection",
                        Mode.WHOLE,
                        now(coll(ONE)).atBound(coll(ONE)).hidden(),
                        "- -"),
                arguments("a boundary", Mode.WHOLE, now(edge(ONE)).atBound(coll(ONE)), "boundary -"),
                arguments(
                        "a removed file",
                        Mode.CHANGED,
                        now(null).before(file(ONE)).number(15),
                        "gone -"),
                arguments(
                        "a removed collection that was hidden",
                        Mode.CHANGED,
                        now(null).before(coll(ONE)).number(15).wasHidden(),
                        "- -"),
                arguments("a changed file", Mode.CHANGED, same(file(ONE)).number(15), "mapped -"),
                arguments(
                        "a file that another change lifted",
                        Mode.CHANGED,
                        same(file(ONE)).number(5),
                        "- -"),
                arguments(
                        "a file in a collection's place",
                        Mode.CHANGED,
                        now(file(ONE)).before(coll(OTHER)).atBound(file(ONE)).number(15),
                        "mapped GONE"),
                arguments(
                        "a changed collection",
                        Mode.CHANGED,
                        same(coll(ONE)).number(15).mapped(5),
                        "mapped -"),
                arguments(
                        "a change below",
                        Mode.CHANGED,
                        same(coll(ONE)).number(5).mapped(5).below(15),
                        "- CHANGED"),
                arguments(
                        "a change below a boundary",
                        Mode.CHANGED,
                        same(edge(ONE)).number(5).mapped(5).below(15),
                        "- -"),
                arguments(
                        "a new collection",
                        Mode.CHANGED,
                        now(coll(ONE)).atBound(coll(ONE)).number(15).mapped(15),
                        "mapped WHOLE"),
                arguments(
                        "a collection in another's place",
                        Mode.CHANGED,
                        now(coll(ONE))
                                .before(coll(OTHER))
                                .atBound(coll(ONE))
                                .number(15)
                                .mapped(15),
                        "mapped REPLACED"),
                arguments(
                        "a collection that came after the bound",
                        Mode.CHANGED,
                        now(coll(ONE)).before(coll(OTHER)).number(25).mapped(25),
                        "gone -"),
                arguments(
                        "the same, of which the client has nothing",
                        Mode.CHANGED,
                        now(coll(ONE)).number(25).mapped(25),
                        "- -"),
                arguments(
                        "a collection that has been shown since",
                        Mode.CHANGED,
                        same(coll(ONE)).number(5).mapped(5).wasHidden(),
                        "mapped WHOLE"),
                arguments(
                        "a collection that has been hidden since",
                        Mode.CHANGED,
                        same(coll(ONE)).number(5).mapped(5).hidden(),
                        "gone -"),
                arguments(
                        "one that the next report would not know of",
                        Mode.CHANGED,
                        same(coll(ONE)).number(15).mapped(5).forgotten(),
                        "gone -"),
                arguments(
                        "a file that changed after the bound",
                        Mode.LATER,
                        same(file(ONE)).number(25),
                        "- -"),
                arguments(
                        "a collection that only was lifted past the bound",
                        Mode.LATER,
                        same(coll(ONE)).number(5).mapped(5).below(15),
                        "- CHANGED"),
                arguments(
                        "a name of before with nothing now",
                        Mode.REPLACED,
                        now(null).before(file(ONE)),
                        "gone -"),
                arguments(
                        "a name that the client never had",
                        Mode.REPLACED,
                        now(null).number(5),
                        "- -"),
                arguments(
                        "a name that is there again",
                        Mode.REPLACED,
                        now(null).before(file(ONE)).atBound(file(OTHER)),
                        "- -"),
                arguments(
                        "a collection of before",
                        Mode.REPLACED,
                        now(null).before(coll(ONE)).atBound(coll(OTHER)),
                        "- GONE"),
                arguments(
                        "a hidden name of before",
                        Mode.GONE,
                        now(null).before(coll(ONE)).wasHidden(),
                        "- -"));
    }

    static Stream<Arguments> flat() {
        return Stream.of(
                arguments("a change", Mode.CHANGED, same(file(ONE)).number(15), "mapped -"),
                arguments("a removal", Mode.CHANGED, now(null).before(file(ONE)).number(15), "gone -"),
                arguments(
                        "a collection", Mode.CHANGED, same(coll(ONE)).number(15).mapped(15), "mapped -"),
                arguments(
                        "a collection, hidden",
                        Mode.CHANGED,
                        same(coll(ONE)).number(15).hidden(),
                        "gone -"),
                arguments(
                        "a removal of what was hidden",
                        Mode.CHANGED,
                        now(null).before(coll(ONE)).wasHidden(),
                        "- -"),
                arguments("what changed once more", Mode.LATER, same(file(ONE)).number(25), "- -"),
                arguments(
                        "what came and went after the bound",
                        Mode.LATER,
                        now(null).number(25),
                        "gone -"),
                arguments(
                        "a whole collection's member",
                        Mode.WHOLE,
                        now(coll(ONE)).atBound(coll(ONE)),
                        "mapped -"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void deep(String what, Mode mode, Name name, String expected) {
        assertThat(visit(SyncLevel.INFINITE, mode, name)).as(what).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void flat(String what, Mode mode, Name name, String expected) {
        assertThat(visit(SyncLevel.ONE, mode, name)).as(what).isEqualTo(expected);
    }

    private static String visit(SyncLevel level, Mode mode, Name name) {
        var span = new Span(level, SINCE, BOUND);
        FilesTarget collection = new NamedTarget(
                DavPath.of(List.of("files", "a"), true),
                List.of(),
                null,
                null,
                Views.view(new UUID(0, 9), true, false));
        return text(Visit.of(span, Frame.of(collection, Position.beginning(mode)), name.slot()));
    }

    static String text(TreeWalk.Visited<? extends WalkFrame<?>> visit) {
        var item = visit.item();
        var told = item == null
                ? "-"
                : item.boundary() ? "boundary" : item.target().isMapped() ? "mapped" : "gone";
        var below = visit.below();
        return told + " " + (below == null ? "-" : below.mode());
    }

    private record Thing(UUID id, boolean collection, boolean boundary) {
        Mapping mapping(long mapped) {
            return new Mapping(id, collection, mapped);
        }
    }

    private static Thing file(UUID id) {
        return new Thing(id, false, false);
    }

    private static Thing coll(UUID id) {
        return new Thing(id, true, false);
    }

    private static Thing edge(UUID id) {
        return new Thing(id, true, true);
    }

    private static Name now(@Nullable Thing now) {
        return new Name(now, null, null, 0, 0, 0, true, true, true);
    }

    private static Name same(Thing thing) {
        return new Name(thing, thing, thing, 0, 0, 0, true, true, true);
    }

    private record Name(
            @Nullable Thing now,
            @Nullable Thing before,
            @Nullable Thing atBound,
            long number,
            long mapped,
            long below,
            boolean shows,
            boolean showedBefore,
            boolean showedAtBound) {

        Name before(Thing thing) {
            return new Name(now, thing, atBound, number, mapped, below, shows, showedBefore, showedAtBound);
        }

        Name atBound(Thing thing) {
            return new Name(now, before, thing, number, mapped, below, shows, showedBefore, showedAtBound);
        }

        Name number(long change) {
            return new Name(now, before, atBound, change, mapped, below, shows, showedBefore, showedAtBound);
        }

        Name mapped(long change) {
            return new Name(now, before, atBound, number, change, below, shows, showedBefore, showedAtBound);
        }

        Name below(long change) {
            return new Name(now, before, atBound, number, mapped, change, shows, showedBefore, showedAtBound);
        }

        Name hidden() {
            return new Name(now, before, atBound, number, mapped, below, false, showedBefore, showedAtBound);
        }

        Name wasHidden() {
            return new Name(now, before, atBound, number, mapped, below, shows, false, showedAtBound);
        }

        Name forgotten() {
            return new Name(now, before, atBound, number, mapped, below, shows, showedBefore, false);
        }

        ChangedName slot() {
            return new ChangedName(
                    1,
                    "x",
                    0,
                    new ChangedName.Marks(number, mapped, below, now == null ? null : now.id()),
                    now == null ? null : Views.view(now.id(), now.collection(), now.boundary()),
                    before == null ? null : before.mapping(5),
                    atBound == null ? null : atBound.mapping(mapped),
                    new ChangedName.VisibilitySnapshot(shows, showedAtBound, showedBefore, true));
        }
    }
}
