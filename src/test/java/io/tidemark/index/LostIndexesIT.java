package io.tidemark.index;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.harness.Dav;
import io.tidemark.harness.Eventually;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * Indexes that are lost while the server runs are made anew, and answer as before. A request may not last as long as a store
 * that all tests have filled takes to be indexed: what waits is the client.
 */
@ArquillianTest
@TestMethodOrder(OrderAnnotation.class)
class LostIndexesIT {

    private static final String FILE = "/files/lost-and-found.txt";
    private static final List<String> INDEXES = List.of("names", "contents");

    @Inject
    private IndexedNames names;

    @Inject
    private IndexedContents contents;

    @Test
    @Order(1)
    @RunAsClient
    void aFileIsFound() throws InterruptedException {
        Dav.as("writer").put(FILE, "lostandfound").send().expect(201);
        Eventually.become("it is found", LostIndexesIT::isFound);
    }

    @Test
    @Order(2)
    @RunAsClient
    void theIndexesAreDeleted() throws IOException {
        for (String index : INDEXES) {
            delete(place().resolve(index));
        }
    }

    @Test
    @Order(3)
    void theyAreLost() throws IOException {
        names.close();
        contents.use(null);
        assertThat(contents.all(Set.of(new Word("lostandfound", false)), 1).map(found -> found.length))
                .isNotEqualTo(Optional.of(1));
    }

    @Test
    @Order(4)
    @RunAsClient
    void theyAreMadeAnew() throws InterruptedException {
        Eventually.become("both are there again", () -> INDEXES.stream().allMatch(LostIndexesIT::isKept));
        Eventually.become("the file is found again", LostIndexesIT::isFound);
    }

    @Test
    @Order(5)
    @RunAsClient
    void othersAreMadeBesideThemOnDemand() throws IOException, InterruptedException {
        for (String index : INDEXES) {
            Files.createFile(place().resolve("reindex-" + index));
        }
        Eventually.become(
                "others are made",
                () -> INDEXES.stream()
                        .noneMatch(index -> Files.exists(place().resolve("reindex-" + index))
                                || Files.exists(place().resolve(index + ".next"))));
        Eventually.become("the file is found in them", LostIndexesIT::isFound);
    }

    @Test
    @Order(6)
    @RunAsClient
    void whatIsDeletedIsNotFound() {
        Dav.as("writer").request("DELETE", FILE).send().expect(204);
        assertThat(isFound()).isFalse();
    }

    /** Whether both indexes find it: one the name, the other the word. */
    private static boolean isFound() {
        String answer = Dav.as("writer")
                .request("SEARCH", "/files/")
                .header("Content-Type", "application/xml")
                .body("<searchrequest xmlns='DAV:'><basicsearch><select><prop><displayname/></prop></select>"
                        + "<from><scope><href>/files/</href><depth>1</depth></scope></from><where><and>"
                        + "<eq><prop><displayname/></prop><literal>lost-and-found.txt</literal></eq>"
                        + "<contains>lostandfound</contains></and></where></basicsearch></searchrequest>")
                .send()
                .expect(207)
                .text();
        return answer.contains(FILE + "</D:href>");
    }

    /** The indexes of the server under test. */
    private static Path place() {
        Path all = Path.of(System.getProperty("it.directory"), "data", "search");
        try (Stream<Path> nodes = Files.list(all)) {
            return nodes.findFirst().orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isKept(String index) {
        Path directory = place().resolve(index);
        if (!Files.isDirectory(directory)) {
            return false;
        }
        try (Stream<Path> files = Files.list(directory)) {
            return files.anyMatch(file -> file.getFileName().toString().startsWith("segments"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path place) throws IOException {
        try (Stream<Path> files = Files.walk(place)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
