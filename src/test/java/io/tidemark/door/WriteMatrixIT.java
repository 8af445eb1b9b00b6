package io.tidemark.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.tidemark.door.UnsafeRequest.Prepared;
import io.tidemark.harness.Answer;
import io.tidemark.harness.Dav;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Every unsafe method and settable property of {@code registry.txt}, with everything that must keep a write from happening.
 * What comes into the registry without a way to ask for it here fails the test. {@code -Dmatrix=PUT} tries that method alone.
 */
@ArquillianTest
@RunAsClient
class WriteMatrixIT {

    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS", "PROPFIND", "REPORT", "SEARCH");

    private static final List<UnsafeRequest> REQUESTS = Stream.of(
                    FileWrites.all(),
                    UploadWrites.all(),
                    HistoryWrites.all(),
                    VersionWrites.all(),
                    ConfigurationWrites.all(),
                    PropertyWrites.all())
            .flatMap(List::stream)
            .toList();

    private static final String EVERYTHING = "<D:propfind xmlns:D='DAV:' xmlns:T='urn:tidemark:dav'><D:prop>"
            + "<D:resourcetype/><D:getetag/><D:resource-id/><D:revisionid/><D:revisionlabel/><D:isversioned/>"
            + "<D:isautoversioned/><D:isthawed/><D:lockdiscovery/><D:acl/><D:sync-token/></D:prop></D:propfind>";

    @Test
    void everyUnsafeMethodIsTried() throws IOException {
        Set<String> unsafe = registry("# Methods")
                .map(line -> line.substring(0, line.indexOf(" - ")).replace('_', '-'))
                .filter(method -> !SAFE.contains(method))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> tried = REQUESTS.stream().map(UnsafeRequest::method).collect(Collectors.toSet());
        assertThat(unsafe).isNotEmpty().isEqualTo(tried);
    }

    @Test
    void everySettablePropertyIsTried() throws IOException {
        Set<String> settable = registry("# Live properties")
                .filter(line -> line.contains(" settable - "))
                .map(line -> line.substring(0, line.indexOf(' ')))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(settable).isNotEmpty();
        assertThat(PropertyWrites.names()).isEqualTo(settable);
    }

    @TestFactory
    Stream<DynamicTest> writes() {
        String wanted = System.getProperty("matrix", "");
        return REQUESTS.stream()
                .filter(request -> request.toString().contains(wanted))
                .map(request -> dynamicTest(request.toString(), () -> hinder(request)));
    }

    /** Refused for each hindrance without a trace, and carried out when there is none: so it was the hindrance. */
    private static void hinder(UnsafeRequest request) {
        Place place = new Place();
        try {
            hinder(request, request.prepare().apply(place));
        } finally {
            place.clear();
        }
    }

    private static void hinder(UnsafeRequest request, Prepared prepared) {
        request.refusals().forEach((hindrance, status) -> {
            Runnable end = hindrance.apply(prepared.scope());
            String before = state(prepared);
            Answer answer = hindrance.onto(prepared.request().get()).send();
            String after = state(prepared);
            end.run();
            assertThat(answer.status())
                    .as("%s with %s: %s", request, hindrance, answer.text())
                    .isEqualTo(status);
            assertThat(after)
                    .as("what %s with %s left behind", request, hindrance)
                    .isEqualTo(before);
        });
        Answer carriedOut = prepared.request().get().send();
        assertThat(carriedOut.status())
                .as("%s without a hindrance: %s", request, carriedOut.text())
                .isBetween(200, 299);
    }

    /** What an administrator sees, who sees all; but for the seconds that are left to locks. */
    private static String state(Prepared prepared) {
        return Stream.of(prepared.scope(), prepared.watched())
                .distinct()
                .map(url -> Dav.as("admin")
                        .request("PROPFIND", url)
                        .header("Depth", "1")
                        .body(EVERYTHING)
                        .send()
                        .expect(207)
                        .text())
                .map(text -> text.replaceAll("Second-\\d+", "Second-0"))
                .collect(Collectors.joining());
    }

    private static Stream<String> registry(String section) throws IOException {
        return Files.readAllLines(Path.of("src/test/resources/registry.txt")).stream()
                .dropWhile(line -> !line.equals(section))
                .skip(1)
                .takeWhile(line -> !line.startsWith("# "));
    }
}
