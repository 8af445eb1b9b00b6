package io.tidemark.tool;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** A move on the server is a move here: what is moved is not fetched again, and what somebody added to it goes along. */
class MirrorMovesTest extends MirrorHarness {

    @Test
    void aDirectoryIsRenamedWithWhatIsInIt() throws IOException {
        begin();
        Object inode = Files.getAttribute(here("a/f"), "unix:ino");
        Files.writeString(here("a/mine"), "added here");
        moved("a/f", "c/d/f");
        moved("a/sub/g", "c/d/sub/g");
        reports.add(page(
                "t2",
                removed("a/"),
                collection("c", "C"),
                collection("c/d", "A"),
                collection("c/d/sub", "S"),
                present("c/d/f", "AF"),
                present("c/d/sub/g", "SG")));
        assertThat(mirror()).isZero();
        assertThat(requests).containsExactly("REPORT t1");
        assertThat(here("a")).doesNotExist();
        assertThat(here("c/d/f")).hasContent("in a");
        assertThat(Files.getAttribute(here("c/d/f"), "unix:ino")).isEqualTo(inode);
        assertThat(here("c/d/sub/g")).hasContent("below a");
        assertThat(here("c/d/mine")).hasContent("added here");
    }

    @Test
    void aMoveAndAnEditAtOnceFetchTheEditAlone() throws IOException {
        begin();
        serve("c/f", "edited");
        moved("a/sub/g", "c/sub/g");
        serve("c/new", "new");
        reports.add(page(
                "t2",
                removed("a/"),
                collection("c", "A"),
                collection("c/sub", "S"),
                present("c/f", "AF"),
                present("c/new", "N"),
                present("c/sub/g", "SG")));
        assertThat(mirror()).isZero();
        assertThat(requests).containsExactlyInAnyOrder("REPORT t1", "GET c/f", "GET c/new");
        assertThat(here("c/f")).hasContent("edited");
        assertThat(here("c/sub/g")).hasContent("below a");
    }

    @Test
    void whatIsNoLongerInAMovedDirectoryGoes() throws IOException {
        begin();
        moved("a/f", "c/f");
        reports.add(page("t2", removed("a/"), collection("c", "A"), present("c/f", "AF")));
        assertThat(mirror()).isZero();
        assertThat(requests).containsExactly("REPORT t1");
        assertThat(here("c/f")).exists();
        assertThat(here("c/sub")).doesNotExist();
    }

    @Test
    void directoriesChangePlaces() throws IOException {
        begin();
        serve("a/f", "in b");
        serve("b/f", "in a");
        moved("a/sub/g", "b/sub/g");
        reports.add(page(
                "t2",
                collection("a", "B"),
                present("a/f", "BF"),
                collection("b", "A"),
                present("b/f", "AF"),
                collection("b/sub", "S"),
                present("b/sub/g", "SG")));
        assertThat(mirror()).isZero();
        assertThat(requests).containsExactly("REPORT t1");
        assertThat(here("a/f")).hasContent("in b");
        assertThat(here("a/sub")).doesNotExist();
        assertThat(here("b/f")).hasContent("in a");
        assertThat(here("b/sub/g")).hasContent("below a");
    }

    @Test
    void directoriesChangePlacesWithWhatTheirNamesHadBefore() throws IOException {
        begin();
        Object inode = Files.getAttribute(here("a/sub/g"), "unix:ino");
        serve("a/f", "in b");
        serve("b/f", "in a");
        moved("a/sub/g", "b/sub/g");
        reports.add(page(
                "t2",
                removed("a/sub/"),
                removed("a/sub/g"),
                collection("a", "B"),
                present("a/f", "BF"),
                collection("b", "A"),
                present("b/f", "AF"),
                collection("b/sub", "S"),
                present("b/sub/g", "SG")));
        assertThat(mirror()).isZero();
        assertThat(requests).containsExactly("REPORT t1");
        assertThat(here("a/sub")).doesNotExist();
        assertThat(here("b/sub/g")).hasContent("below a");
        assertThat(Files.getAttribute(here("b/sub/g"), "unix:ino")).isEqualTo(inode);
    }

    @Test
    void directoriesMoveInAChain() throws IOException {
        begin();
        serve("b/f", "in a");
        serve("c/f", "in b");
        moved("a/sub/g", "b/sub/g");
        reports.add(page(
                "t2",
                removed("a/"),
                collection("b", "A"),
                present("b/f", "AF"),
                collection("b/sub", "S"),
                present("b/sub/g", "SG"),
                collection("c", "B"),
                present("c/f", "BF")));
        assertThat(mirror()).isZero();
        assertThat(requests).containsExactly("REPORT t1");
        assertThat(here("a")).doesNotExist();
        assertThat(here("b/f")).hasContent("in a");
        assertThat(here("b/sub/g")).hasContent("below a");
        assertThat(here("c/f")).hasContent("in b");
    }

    @Test
    void aDirectoryMovesIntoItsOwnFormerMember() throws IOException {
        begin();
        moved("a/f", "s/a/f");
        moved("a/sub/g", "s/g");
        reports.add(page(
                "t2",
                removed("a/"),
                collection("s", "S"),
                present("s/g", "SG"),
                collection("s/a", "A"),
                present("s/a/f", "AF")));
        assertThat(mirror()).isZero();
        assertThat(requests).containsExactly("REPORT t1");
        assertThat(here("s/g")).hasContent("below a");
        assertThat(here("s/a/f")).hasContent("in a");
        assertThat(here("s/a/sub")).doesNotExist();
    }

    @Test
    void filesChangePlaces() throws IOException {
        begin();
        serve("x", "content of y");
        serve("y", "content of x");
        reports.add(page("t2", present("x", "Y"), present("y", "X")));
        assertThat(mirror()).isZero();
        assertThat(requests).containsExactly("REPORT t1");
        assertThat(here("x")).hasContent("content of y");
        assertThat(here("y")).hasContent("content of x");
        Files.writeString(here("x"), "another");
        assertThat(here("y")).hasContent("content of x");
    }

    @Test
    void aFileMovesAndHasAnotherNameBesides() throws IOException {
        begin();
        serve("p", "content of x");
        serve("q", "content of x");
        reports.add(page("t2", removed("x"), present("p", "X"), present("q", "X")));
        assertThat(mirror()).isZero();
        assertThat(requests).containsExactly("REPORT t1");
        Files.writeString(here("p"), "another");
        assertThat(here("q")).hasContent("content of x");
    }

    @Test
    void whatSomebodyPutThereStays() throws IOException {
        begin();
        Files.createDirectory(here("c"));
        Files.writeString(here("c/mine"), "mine");
        moved("a/f", "c/f");
        moved("a/sub/g", "c/sub/g");
        reports.add(page(
                "t2",
                removed("a/"),
                collection("c", "A"),
                present("c/f", "AF"),
                collection("c/sub", "S"),
                present("c/sub/g", "SG")));
        assertThat(mirror()).isZero();
        assertThat(requests).containsExactly("REPORT t1");
        assertThat(here("c/mine")).hasContent("mine");
        assertThat(here("c/f")).hasContent("in a");
        assertThat(here("c/sub/g")).hasContent("below a");
    }

    @Test
    void whatWasSpoiledHereIsFetched() throws IOException {
        begin();
        Files.writeString(here("a/f"), "spoiled, and longer");
        Files.delete(here("a/sub/g"));
        moved("a/f", "c/f");
        moved("a/sub/g", "c/sub/g");
        reports.add(page(
                "t2",
                removed("a/"),
                collection("c", "A"),
                present("c/f", "AF"),
                collection("c/sub", "S"),
                present("c/sub/g", "SG")));
        assertThat(mirror()).isZero();
        assertThat(requests).containsExactlyInAnyOrder("REPORT t1", "GET c/f", "GET c/sub/g");
        assertThat(here("c/f")).hasContent("in a");
        assertThat(here("c/sub/g")).hasContent("below a");
    }

    @Test
    void nothingIsTakenThroughASymbolicLink() throws IOException {
        begin();
        Path outside = Files.createDirectories(work.resolve("outside/sub")).getParent();
        Files.writeString(outside.resolve("f"), "in a");
        Files.writeString(outside.resolve("sub/g"), "below a");
        Files.move(here("a"), work.resolve("gone"));
        Files.createSymbolicLink(here("a"), outside);
        moved("a/f", "f");
        moved("a/sub/g", "s/g");
        reports.add(page("t2", removed("a/"), collection("s", "S"), present("s/g", "SG"), present("f", "AF")));
        assertThat(mirror()).isZero();
        assertThat(outside.resolve("f")).hasContent("in a");
        assertThat(outside.resolve("sub/g")).hasContent("below a");
        assertThat(here("f")).hasContent("in a");
        assertThat(here("s/g")).hasContent("below a");
    }

    @Test
    void aRunThatEndsInTheMiddleLosesNothing() throws IOException {
        begin();
        moved("a/f", "c/f");
        reports.add(page("t2", removed("a/"), collection("c", "A"), present("c/f", "AF"), cut()));
        reports.add("500");
        assertThat(mirror()).isEqualTo(Mirror.FAILED);
        assertThat(here("c/f")).hasContent("in a");
        assertThat(here("c/sub/g")).hasContent("below a");

        // The rest of the series does not name what is gone from the directory that was moved.
        reports.add(page("t3", present("x", "X")));
        assertThat(mirror()).isZero();
        assertThat(requests).filteredOn(request -> request.startsWith("GET")).isEmpty();
        assertThat(here("c/f")).hasContent("in a");
        assertThat(here("c/sub")).doesNotExist();
    }

    @Test
    void whatSomebodyAddedSurvivesARunThatEndsWhileItsDirectoryIsAway() throws IOException {
        begin();
        Files.writeString(here("a/mine"), "mine");
        Files.writeString(here("a/sub/mine"), "mine below");
        moved("a/f", "c/f");
        moved("a/sub/g", "s/g");
        reports.add(page("t2", removed("a/"), cut()));
        reports.add("500");
        assertThat(mirror()).isEqualTo(Mirror.FAILED);
        assertThat(here("a")).doesNotExist();

        reports.add(page("t3", collection("s", "S"), present("s/g", "SG"), cut()));
        reports.add("500");
        assertThat(mirror()).isEqualTo(Mirror.FAILED);
        assertThat(here("s/mine")).hasContent("mine below");

        reports.add(page("t4", collection("c", "A"), present("c/f", "AF")));
        assertThat(mirror()).isZero();
        assertThat(requests).filteredOn(request -> request.startsWith("GET")).isEmpty();
        assertThat(here("c/f")).hasContent("in a");
        assertThat(here("c/mine")).hasContent("mine");
        assertThat(here("c/sub")).doesNotExist();
        assertThat(here("s/mine")).hasContent("mine below");
        assertThat(work.resolve("here.mirror/attic")).isEmptyDirectory();
    }
}
