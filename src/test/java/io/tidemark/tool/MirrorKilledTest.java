package io.tidemark.tool;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Kills a mirror while directories are set aside: the next run puts them back, with what somebody has added to them. */
class MirrorKilledTest extends MirrorHarness {

    @Test
    void aDirectoryThatWasSetAsideComesBack() throws Exception {
        begin();
        Files.writeString(here("a/mine"), "mine");
        Files.writeString(here("a/sub/mine"), "mine below");
        moved("a/f", "c/f");
        reports.add(page("t2", removed("a/"), cut()));
        reports.add(SILENCE);
        killWhenAsked();
        assertThat(here("a")).doesNotExist();
        assertThat(here("c")).doesNotExist();

        reports.add(page("t3", collection("c", "A"), present("c/f", "AF"), collection("c/sub", "S")));
        assertThat(mirror()).isZero();
        assertThat(requests).filteredOn(request -> request.startsWith("GET")).isEmpty();
        assertThat(here("c/f")).hasContent("in a");
        assertThat(here("c/mine")).hasContent("mine");
        assertThat(here("c/sub/mine")).hasContent("mine below");
        assertThat(here("c/sub/g")).doesNotExist();
        assertThat(work.resolve("here.mirror/attic")).isEmptyDirectory();
    }

    @Test
    void aDirectoryThatIsPutBackIsKnownWhereverTheRecordEnds() throws IOException {
        begin();
        Files.writeString(here("a/mine"), "mine");
        moved("a/f", "c/f");
        reports.add(page("t2", removed("a/"), collection("c", "A"), present("c/f", "AF"), cut()));
        reports.add("500");
        assertThat(mirror()).isEqualTo(Mirror.FAILED);
        List<String> lines = Files.readAllLines(journal());
        int back = lines.stream().map(line -> line.contains(" back\t")).toList().lastIndexOf(true);
        int came = lines.stream().map(line -> line.endsWith(" came")).toList().lastIndexOf(true);
        assertThat(came).isGreaterThan(back);

        Path saved = work.resolve("saved");
        copy(work.resolve("here"), saved);
        // From when the directory had been put back until all of it was recorded, the record can end anywhere.
        for (int end = back + 1; end <= came + 1; end++) {
            Directories.delete(work.resolve("here"));
            copy(saved, work.resolve("here"));
            Files.write(journal(), lines.subList(0, end));
            requests.clear();
            reports.add(page("t3", removed("a/"), collection("c", "A"), present("c/f", "AF")));
            assertThat(mirror()).as("record of %d lines", end).isZero();
            assertThat(requests).as("record of %d lines", end).containsExactly("REPORT t1");
            assertThat(here("c/mine")).hasContent("mine");
            // What the server does not have any more is known to be the mirror's, and goes.
            assertThat(here("c/sub")).as("record of %d lines", end).doesNotExist();
        }
    }

    @Test
    void whatWasOnlyAboutToBeTakenOutGivesItsNameToNothingElse() throws Exception {
        begin();
        Files.writeString(here("b/mine"), "mine");
        try (MirrorState state = MirrorState.open(journal(), url())) {
            var recorded = new TreeMap<String, Entry>();
            state.within("a").forEach(entry -> recorded.put(entry.path(), entry));
            state.attic().takeOut(new TakenOut("1", "a", recorded));
        }
        reports.add(page("t2", removed("b/"), cut()));
        reports.add("500");
        assertThat(mirror()).isEqualTo(Mirror.FAILED);

        // A has a second name: it is not what b had.
        serve("c/f", "in a");
        reports.add(page("t3", collection("c", "A"), present("c/f", "AF"), collection("d", "B")));
        assertThat(mirror()).isZero();
        assertThat(here("c/mine")).doesNotExist();
        assertThat(here("c/f")).hasContent("in a");
        assertThat(here("d/mine")).hasContent("mine");
    }

    /** Runs the mirror in a process of its own, which is killed as soon as it asks for a report that is not answered. */
    private void killWhenAsked() throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Mirror.class.getName()));
        command.addAll(arguments());
        Process process = new ProcessBuilder(command).inheritIO().start();
        try {
            assertThat(asked.await(1, TimeUnit.MINUTES)).isTrue();
        } finally {
            process.destroyForcibly().waitFor();
            released.countDown();
        }
    }

    private Path journal() {
        return work.resolve("here.mirror/journal");
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> paths = Files.walk(from)) {
            for (Path path : paths.toList()) {
                Path copy = to.resolve(from.relativize(path).toString());
                Files.copy(path, copy, StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }
}
