package io.tidemark.index;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.extract.Documents;
import io.tidemark.extract.HostileDocuments;
import io.tidemark.index.ExtractorProcess.Outcome;
import io.tidemark.index.ExtractorProcess.Result;
import io.tidemark.index.ExtractorProcess.Settings;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A document that hurts its reader costs itself, and no other. */
class ExtractorProcessTest {

    private static final int CHARACTERS = 100_000;
    private static final int SECONDS = 5;

    /** On a busy machine. */
    private static final int GRACE = 10;

    @TempDir
    Path directory;

    private ExtractorProcess process;

    @BeforeEach
    void start() {
        List<Path> classPath = Pattern.compile(File.pathSeparator, Pattern.LITERAL)
                .splitAsStream(System.getProperty("java.class.path"))
                .map(Path::of)
                .toList();
        process = new ExtractorProcess(new Settings(classPath, directory, 64, SECONDS, CHARACTERS));
    }

    @AfterEach
    void end() {
        process.close();
    }

    @Test
    void documentsAreReadOneAfterTheOther() throws IOException {
        assertThat(read("one".getBytes(StandardCharsets.UTF_8))).isEqualTo(new Outcome(Result.READ, "one"));
        assertThat(read(Documents.pdf("two")).text()).contains("two");
        assertThat(read(new byte[0])).isEqualTo(new Outcome(Result.READ, ""));
    }

    @Test
    void ofALongTextTheBeginningIsTold() throws IOException {
        assertThat(read("ü".repeat(2 * CHARACTERS).getBytes(StandardCharsets.UTF_8))
                        .text())
                .hasSize(CHARACTERS);
    }

    @Test
    void aBombCostsItself() throws IOException {
        assertThat(read(Documents.bomb()).result()).isNotEqualTo(Result.READ);
        stillReads();
    }

    @Test
    void aBrokenDocumentCostsItself() throws IOException {
        assertThat(read("%PDF-1.7\nnothing of the kind".getBytes(StandardCharsets.UTF_8))
                        .result())
                .isNotEqualTo(Result.READ);
        stillReads();
    }

    @Test
    void whatNeedsMoreMemoryThanThereIsCostsItself() throws IOException {
        byte[] page = "<p>".repeat(4_000_000).getBytes(StandardCharsets.UTF_8);
        assertThat(read(page).result()).isNotEqualTo(Result.READ);
        stillReads();
    }

    /** A document, made when its turn comes. */
    interface Maker {
        byte[] make() throws IOException;
    }

    static Stream<Arguments> hostile() {
        return Stream.of(
                hostile("nested archives", HostileDocuments::nestedArchives),
                hostile("many entries", HostileDocuments::manyEntries),
                hostile("entities", HostileDocuments::entities),
                hostile("deep XML", HostileDocuments::deepXml),
                hostile("many attributes", HostileDocuments::manyAttributes),
                hostile("many pages", HostileDocuments::manyPages),
                hostile("pages in a circle", HostileDocuments::pagesInACircle),
                hostile("an exploding font", HostileDocuments::explodingFont),
                hostile("an exploding page", HostileDocuments::explodingPage),
                hostile("nested mail", HostileDocuments::nestedMail),
                hostile("an endless header", HostileDocuments::endlessHeader),
                hostile("a deep page", HostileDocuments::deepPage));
    }

    private static Arguments hostile(String name, Maker maker) {
        return Arguments.of(Named.of(name, maker));
    }

    /** It may be read or not: it takes no longer than it may, tells no more than it may, and the next one is read. */
    @ParameterizedTest
    @MethodSource("hostile")
    void aHostileDocumentCostsItself(Maker maker) throws IOException {
        byte[] document = maker.make();
        assertThat(document.length).isLessThan(50 << 20);
        Instant begun = Instant.now();
        Outcome outcome = read(document);
        assertThat(Duration.between(begun, Instant.now())).isLessThan(Duration.ofSeconds(SECONDS + GRACE));
        assertThat(outcome.text().length()).isLessThanOrEqualTo(CHARACTERS);
        assertThat(outcome.text()).doesNotContain("innermost", "laugh laugh");
        stillReads();
    }

    private void stillReads() throws IOException {
        assertThat(read("still".getBytes(StandardCharsets.UTF_8))).isEqualTo(new Outcome(Result.READ, "still"));
    }

    private Outcome read(byte[] document) throws IOException {
        return process.read(Files.write(directory.resolve("document"), document));
    }
}
