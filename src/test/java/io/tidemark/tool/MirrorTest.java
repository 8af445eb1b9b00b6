package io.tidemark.tool;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The whole mirror against a server that says what the test told it to. */
class MirrorTest extends MirrorHarness {

    @Test
    void pagesAndGoesOnFromTheToken() throws IOException {
        serve("a", "one");
        serve("d/b", "two");
        reports.add(page("t1", present("a"), cut()));
        reports.add(page("t2", collection("d"), present("d/b")));
        assertThat(mirror()).isZero();
        assertThat(here("a")).hasContent("one");
        assertThat(here("d/b")).hasContent("two");

        reports.add(page("t3", removed("d/")));
        assertThat(mirror()).isZero();
        assertThat(here("d")).doesNotExist();
        assertThat(requests).containsExactly("REPORT ", "GET a", "REPORT t1", "GET d/b", "REPORT t2");
    }

    @Test
    void comparesEverythingWhenTheTokenIsForgotten() throws IOException {
        serve("a", "one");
        serve("old", "old");
        reports.add(page("t1", present("a"), present("old")));
        assertThat(mirror()).isZero();
        requests.clear();

        serve("new", "new");
        reports.add("403");
        reports.add(page("u1", present("a"), cut()));
        reports.add(page("u2", present("new")));
        assertThat(mirror()).isZero();
        assertThat(here("old")).doesNotExist();
        assertThat(here("new")).hasContent("new");
        assertThat(requests).containsExactly("REPORT t1", "REPORT ", "REPORT u1", "GET new");
    }

    @Test
    void refusesWhatWouldLeaveTheDirectory() throws IOException {
        serve("good", "good");
        reports.add(page("t1", present("../escaped"), present("%2e%2e/escaped"), present("a%2Fb"), present("good")));
        assertThat(mirror()).isEqualTo(Mirror.INCOMPLETE);
        assertThat(here("good")).exists();
        assertThat(work.resolve("escaped")).doesNotExist();
    }

    @Test
    void followsNoSymbolicLink() throws IOException {
        Path outside = Files.createDirectory(work.resolve("outside"));
        serve("d/f", "one");
        reports.add(page("t1", collection("d"), present("d/f")));
        assertThat(mirror()).isZero();
        Files.delete(here("d/f"));
        Files.delete(here("d"));
        Files.createSymbolicLink(here("d"), outside);

        serve("d/g", "two");
        reports.add(page("t2", present("d/g")));
        assertThat(mirror()).isZero();
        assertThat(outside).isEmptyDirectory();
        assertThat(here("d")).isDirectory();
        assertThat(Files.isSymbolicLink(here("d"))).isFalse();
        assertThat(here("d/g")).hasContent("two");
    }

    @Test
    void triesAgainWhatWasCutShort() throws IOException {
        serve("a", "all of it");
        cutShort = 1;
        reports.add(page("t1", present("a")));
        assertThat(mirror()).isZero();
        assertThat(here("a")).hasContent("all of it");
        assertThat(requests).containsExactly("REPORT ", "GET a", "GET a");
    }

    @Test
    void lookAgainWhenAFileIsGone() throws IOException {
        reports.add(page("t1", present("gone")));
        reports.add(page("t2", removed("gone")));
        assertThat(mirror()).isZero();
        assertThat(requests).containsExactly("REPORT ", "GET gone", "REPORT t1");
    }

    @Test
    void fetchesAgainWhatWasSpoiledHere() throws IOException {
        serve("a", "good");
        reports.add(page("t1", present("a")));
        assertThat(mirror()).isZero();
        Files.writeString(here("a"), "evil");
        reports.add(page("t1"));
        assertThat(mirror("--verify")).isZero();
        assertThat(here("a")).hasContent("good");
        Files.writeString(here("added"), "mine");
        reports.add(page("t1"));
        assertThat(mirror("--verify")).isEqualTo(Mirror.INCOMPLETE);
        assertThat(here("added")).exists();
    }

    @Test
    void refusesADirectoryThatIsNotItsOwn() throws IOException {
        Files.createDirectory(here(""));
        Files.writeString(here("mine"), "mine");
        assertThat(mirror()).isEqualTo(Mirror.UNUSABLE);
        assertThat(requests).isEmpty();
    }
}
