package io.tidemark.replica;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What is planned. A side is written as its paths: {@code f=1} is a file f with the content 1, {@code d/} a folder; a name behind an at sign
 * is the identity, the path unless told. Plans are carried out on paper until nothing is left to do.
 */
class PlanTest {

    private static final Stamp STAMP = new Stamp(1, 1, "", 1);

    private final Tree<Agreed> base = new Tree<>();
    private final Tree<Local> here = new Tree<>();
    private final Tree<Listed> there = new Tree<>();

    private interface Put {
        void item(String path, boolean folder, String content, String id);
    }

    private static void read(String side, Put put) {
        for (String word : side.trim().split(" +", -1)) {
            if (word.isEmpty() || word.equals("-")) {
                continue;
            }
            String[] named = word.split("@", 2);
            String[] parts = named[0].split("=", 2);
            boolean folder = parts[0].endsWith("/");
            String path = folder ? parts[0].substring(0, parts[0].length() - 1) : parts[0];
            put.item(path, folder, folder ? "" : parts[1], named.length > 1 ? named[1] : path);
        }
    }

    private void given(String both, String mine, String theirs) {
        read(
                both,
                (path, folder, content, id) -> base.put(
                        new Agreed(path, folder, id, folder ? "" : "t" + content, content, stamp(folder, id))));
        read(mine, (path, folder, content, id) -> here.put(new Local(path, folder, content, stamp(folder, id))));
        read(
                theirs,
                (path, folder, content, id) ->
                        there.put(new Listed(path, folder, id, folder ? "" : "t" + content, content)));
    }

    private static Stamp stamp(boolean folder, String key) {
        return folder ? new Stamp(0, 0, key, 0) : new Stamp(1, 1, key, 1);
    }

    /** Carries out on paper, and says what was done. */
    private List<String> carriedOut() {
        List<String> done = new ArrayList<>();
        for (int stage = 0; ; stage++) {
            Plan plan = Plan.of(base, here, there, Set.of());
            if (plan.isEmpty()) {
                return done;
            }
            assertThat(stage).as("stages; %s", done).isLessThan(50);
            for (Step step : plan.steps()) {
                String said = carryOut(step);
                if (!said.isEmpty()) {
                    done.add(said);
                }
            }
        }
    }

    private String carryOut(Step step) {
        if (step instanceof Step.Agree agree) {
            agree(agree.path());
            return "";
        } else if (step instanceof Step.AgreeMove move) {
            base.move(move.from(), move.path());
            return "";
        } else if (step instanceof Step.Move move) {
            (move.there() ? there : here).move(move.from(), move.path());
            base.move(move.base(), move.path());
            return "move" + side(move.there()) + ' ' + move.from() + ' ' + move.path();
        } else if (step instanceof Step.Make make) {
            if (make.there()) {
                there.put(new Listed(make.path(), true, "", "", ""));
            } else {
                here.put(new Local(make.path(), true, "", stamp(true, "new")));
            }
            agree(make.path());
            return "make" + side(make.there()) + ' ' + make.path();
        } else if (step instanceof Step.Send send) {
            String content = Objects.requireNonNull(here.get(send.path())).sha();
            there.put(new Listed(send.path(), false, "", "t" + content, content));
            agree(send.path());
            return "send " + send.path();
        } else if (step instanceof Step.Fetch fetch) {
            String content = Objects.requireNonNull(there.get(fetch.path())).sha();
            here.put(new Local(fetch.path(), false, content, STAMP));
            agree(fetch.path());
            return "fetch " + fetch.path();
        } else if (step instanceof Step.SetAside aside) {
            boolean folder = Objects.requireNonNull(here.get(aside.path())).folder();
            here.move(aside.path(), aside.path() + "~mine");
            if (!folder) {
                base.remove(aside.path());
            }
            return "aside " + aside.path();
        }
        Step.Drop drop = (Step.Drop) step;
        (drop.there() ? there : here).remove(drop.path());
        base.remove(drop.path());
        return "drop" + side(drop.there()) + ' ' + drop.path();
    }

    private static String side(boolean isThere) {
        return isThere ? "There" : "Here";
    }

    private void agree(String path) {
        Local mine = here.get(path);
        Listed theirs = there.get(path);
        if (mine == null || theirs == null) {
            base.remove(path);
        } else {
            base.put(Agreed.of(mine, theirs));
        }
    }

    /** Each of nothing, an edit, a move, a deletion, and a replacement by a folder, on each side. */
    @ParameterizedTest(name = "{0} here, {1} there")
    @CsvSource(delimiter = '|', textBlock = """
            f=1       | f=1       | -
            f=1       | f=2       | fetch f
            f=1       | g=1@f     | moveHere f g
            f=1       | -         | dropHere f
            f=1       | f/@n      | dropHere f, makeHere f
            f=2       | f=1       | send f
            f=2       | f=2       | -
            f=2       | f=3       | aside f, fetch f, send f~mine
            f=2       | g=1@f     | moveHere f g, send g
            f=2       | -         | send f
            f=2       | f/@n      | aside f, makeHere f, send f~mine
            g=1@f     | f=1       | moveThere f g
            g=1@f     | f=2       | moveThere f g, fetch g
            g=1@f     | g=1@f     | -
            g=1@f     | h=1@f     | moveHere g h
            g=1@f     | -         | send g
            g=1@f     | f/@n      | makeHere f, send g
            -         | f=1       | dropThere f
            -         | f=2       | fetch f
            -         | g=1@f     | fetch g
            -         | -         | -
            -         | f/@n      | makeHere f
            f/@n      | f=1       | dropThere f, makeThere f
            f/@n      | f=2       | aside f, fetch f, makeThere f~mine
            f/@n      | g=1@f     | makeThere f, fetch g
            f/@n      | -         | makeThere f
            f/@n      | f/@m      | -
            """)
    void aFileThatBothHad(String mine, String theirs, String steps) {
        given("f=1", mine, theirs);
        assertThat(String.join(", ", carriedOut())).isEqualTo(steps.equals("-") ? "" : steps);
    }

    @ParameterizedTest(name = "{0} here, {1} there")
    @CsvSource(delimiter = '|', textBlock = """
            d/ d/f=1          | d/ d/f=1          | -
            d/ d/f=1          | -                 | dropHere d
            d/ d/f=2          | -                 | makeThere d, send d/f
            d/ d/f=1 d/g=2    | -                 | makeThere d, send d/g, dropHere d/f
            -                 | d/ d/f=1          | dropThere d
            -                 | d/ d/f=2          | makeHere d, fetch d/f
            -                 | d/ d/f=1 d/g=2    | makeHere d, fetch d/g, dropThere d/f
            d/ d/f=1          | e/@d e/f=1@d/f    | moveHere d e
            e/@d e/f=1@d/f    | d/ d/f=1          | moveThere d e
            e/@d e/f=1@d/f    | d/ d/f=2          | moveThere d e, fetch e/f
            e/@d e/f=1@d/f    | d/ d/f=1 d/g=2    | moveThere d e, fetch e/g
            e/@d e/f=1@d/f    | d/ f=1@d/f        | moveThere d e, moveHere e/f f
            d=5@n             | d/ d/f=1          | dropThere d, send d
            d=5@n             | d/ d/f=2          | aside d, makeHere d, fetch d/f, send d~mine
            d/ d/f=1          | d=5@n             | dropHere d, fetch d
            d/ d/f=2          | d=5@n             | aside d, fetch d, makeThere d~mine, send d~mine/f
            n/ n/d/@d n/d/f=1@d/f | d/ d/f=1      | makeThere n, moveThere d n/d
            """)
    void aFolderThatBothHad(String mine, String theirs, String steps) {
        given("d/ d/f=1", mine, theirs);
        assertThat(String.join(", ", carriedOut())).isEqualTo(steps.equals("-") ? "" : steps);
    }

    @ParameterizedTest(name = "{0} here, {1} there")
    @CsvSource(delimiter = '|', textBlock = """
            f=1    | -      | send f
            -      | f=1    | fetch f
            f=1    | f=1    | -
            f=1    | f=2    | aside f, fetch f, send f~mine
            d/     | -      | makeThere d
            -      | d/     | makeHere d
            d/     | d/@x   | -
            f=1    | f/     | aside f, makeHere f, send f~mine
            f/     | f=1    | aside f, fetch f, makeThere f~mine
            """)
    void whatIsNew(String mine, String theirs, String steps) {
        given("", mine, theirs);
        assertThat(String.join(", ", carriedOut())).isEqualTo(steps.equals("-") ? "" : steps);
    }

    @Test
    void whatTakesEachOthersPlacesTravelsNot() {
        given("a=1 b=2", "a=2@b b=1@a", "a=1 b=2");
        assertThat(carriedOut()).hasSize(3).allMatch(step -> step.startsWith("moveThere "));
        assertThat(there.get("a")).isEqualTo(new Listed("a", false, "b", "t2", "2"));
    }

    @Test
    void foldersThatTakeEachOthersPlacesTravelNot() {
        given("a/ a/f=1 b/ b/f=2 b/g=3", "a/ a/f=1 b/ b/f=2 b/g=3", "a/@b a/f=2@b/f a/g=3@b/g b/@a b/f=1@a/f");
        assertThat(carriedOut()).hasSize(3).allMatch(step -> step.startsWith("moveHere "));
        assertThat(here.has("a/g")).isTrue();
    }

    @Test
    void anEditorThatSavesByRenamingMakesOneContent() {
        given("f=1", "f=2@n f~=1@f", "f=1");
        assertThat(carriedOut()).containsExactly("send f", "send f~");
    }

    @Test
    void foldersThatWereMovedIntoEachOtherAreBothKept() {
        given("a/ a/f=1 b/ b/g=2", "b/ b/g=2 b/a/@a b/a/f=1@a/f", "a/ a/f=1 a/b/@b a/b/g=2@b/g");
        carriedOut();
        List<String> mine = here.all().stream().map(Local::path).toList();
        assertThat(mine).isEqualTo(there.all().stream().map(Listed::path).toList());
        assertThat(here.all().stream().map(Local::sha)).contains("1", "2");
    }
}
