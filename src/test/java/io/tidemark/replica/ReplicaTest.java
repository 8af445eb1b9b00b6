package io.tidemark.replica;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.tool.Directories;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two replicas of a server that is a model. */
class ReplicaTest {

    @TempDir
    Path work;

    private final ModelServer server = new ModelServer();
    private final List<String> told = new ArrayList<>();
    private boolean yes;

    @BeforeEach
    void begin() throws Exception {
        for (String name : List.of("one", "two")) {
            Files.createDirectories(work.resolve(name));
            Replica.begin(work.resolve(name), "http://model/", "");
        }
    }

    private Path one(String path) {
        return work.resolve("one").resolve(path);
    }

    private Path two(String path) {
        return work.resolve("two").resolve(path);
    }

    private boolean pass(String name) throws Exception {
        Replica.Settings settings = new Replica.Settings(name, 0, 1, 0.3, yes, Clock.systemUTC());
        try (Replica replica = Replica.open(work.resolve(name), server, settings, new Told(), () -> {})) {
            return replica.pass();
        }
    }

    private void both() throws Exception {
        assertThat(pass("one")).as("%s", told).isTrue();
        assertThat(pass("two")).as("%s", told).isTrue();
        assertThat(pass("one")).as("%s", told).isTrue();
        told.clear();
    }

    private void write(Path file, String content) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }

    @Test
    void whatHasAnotherNameDoesNotTravel() throws Exception {
        write(one("a"), "in a");
        write(one("b"), "in b");
        write(one("d/e/f"), "deep");
        write(one("d/g"), "beside");
        both();
        int sends = server.sends;
        int fetches = server.fetches;
        Files.move(one("a"), one("between"));
        Files.move(one("b"), one("a"));
        Files.move(one("between"), one("b"));
        Files.move(one("d"), one("D"));
        Files.move(one("D/e/f"), one("f"));
        both();
        assertThat(two("a")).hasContent("in b");
        assertThat(two("b")).hasContent("in a");
        assertThat(two("f")).hasContent("deep");
        assertThat(two("D/g")).hasContent("beside");
        assertThat(two("D/e")).isEmptyDirectory();
        assertThat(two("d")).doesNotExist();
        assertThat(server.sends).isEqualTo(sends);
        assertThat(server.fetches).isEqualTo(fetches);
    }

    @Test
    void whatOneHasJustMadeIsKnownWhenTheOtherMovesIt() throws Exception {
        write(one("d/f"), "deep");
        assertThat(pass("one")).isTrue();
        assertThat(pass("two")).isTrue();
        Files.move(two("d"), two("e"));
        assertThat(pass("two")).isTrue();
        told.clear();
        assertThat(pass("one")).isTrue();
        assertThat(told).containsExactly("moved here e");
    }

    @Test
    void whatBothHaveBeforeTheyMeetDoesNotTravel() throws Exception {
        write(one("a"), "same");
        write(two("a"), "same");
        both();
        assertThat(server.sends).isEqualTo(1);
        assertThat(server.fetches).isZero();
    }

    @Test
    void whatBothHaveChangedIsKeptTwice() throws Exception {
        write(one("a.txt"), "old");
        both();
        write(one("a.txt"), "mine");
        write(two("a.txt"), "theirs");
        pass("two");
        pass("one");
        assertThat(told)
                .anyMatch(line -> line.startsWith("conflict a.txt a (conflict, one, ") && line.endsWith(").txt"));
        both();
        assertThat(one("a.txt")).hasContent("theirs");
        assertThat(Person.listing(work.resolve("two")).values()).containsExactlyInAnyOrder("theirs", "mine");
    }

    @Test
    void manyDeletionsWaitForAYes() throws Exception {
        for (String name : List.of("a", "b", "c/d", "c/e")) {
            write(one(name), name);
        }
        both();
        for (Path file : List.of(one("a"), one("b"), one("c/d"))) {
            Files.delete(file);
        }
        write(one("new"), "new");
        assertThat(pass("one")).isFalse();
        assertThat(server.listing()).containsKeys("a", "b", "c/d", "new");
        assertThat(told).anyMatch(line -> line.contains("--allow-deletions"));
        yes = true;
        both();
        assertThat(Person.listing(work.resolve("two"))).containsOnlyKeys("c/", "c/e", "new");
    }

    @Test
    void aFolderThatIsNotThereDeletesNothing() throws Exception {
        write(one("a"), "a");
        both();
        Directories.delete(work.resolve("one"));
        assertThat(Keeper.isKept(work.resolve("one"))).isFalse();
    }

    @Test
    void aBackupThatIsRestoredDeletesNothing() throws Exception {
        write(one("a"), "old");
        both();
        ModelServer.Backup backup = server.backup();
        write(one("a"), "newer");
        write(one("b"), "since");
        both();
        server.restore(backup);
        both();
        assertThat(server.listing())
                .containsEntry("b", "since")
                .containsEntry("a", "old")
                .containsValue("newer");
        assertThat(Person.listing(work.resolve("two"))).isEqualTo(server.listing());
    }

    @Test
    void whatIsIgnoredAndWhatIsNoFileStays() throws Exception {
        write(one(".tidemarkignore"), "# mine\n*.o\n/build/\n!keep.o\n");
        write(one("a.o"), "x");
        write(one("keep.o"), "kept");
        write(one("build/out"), "x");
        write(one("src/build"), "a file");
        Files.createSymbolicLink(one("link"), one("keep.o"));
        assertThat(pass("one")).isFalse();
        assertThat(told).contains("trouble link a symbolic link");
        assertThat(server.listing()).containsOnlyKeys(".tidemarkignore", "keep.o", "src/", "src/build");
    }

    @Test
    void aFileThatALinkHasReplacedIsNotTakenForDeleted() throws Exception {
        write(one("a"), "a");
        both();
        Files.delete(one("a"));
        Files.createSymbolicLink(one("a"), work);
        assertThat(pass("one")).isFalse();
        assertThat(server.listing()).containsKey("a");
    }

    @Test
    void aChangeOutlivesADeletion() throws Exception {
        write(one("d/a"), "a");
        write(one("d/b"), "b");
        both();
        Files.delete(one("d/a"));
        Files.delete(one("d/b"));
        Files.delete(one("d"));
        write(two("d/a"), "changed");
        yes = true;
        pass("two");
        pass("one");
        assertThat(told).contains("came back d true");
        both();
        assertThat(Person.listing(work.resolve("one"))).isEqualTo(Map.of("d/", "", "d/a", "changed"));
    }

    private final class Told implements Events {
        @Override
        public void did(String what, String path, String detail) {
            told.add(what + ' ' + path);
        }

        @Override
        public void conflict(String path, String aside) {
            told.add("conflict " + path + ' ' + aside);
        }

        @Override
        public void cameBack(String path, boolean deletedHere) {
            told.add("came back " + path + ' ' + deletedHere);
        }

        @Override
        public void trouble(String path, String reason) {
            told.add("trouble " + path + ' ' + reason);
        }

        @Override
        public void note(String message) {
            told.add(message);
        }
    }
}
