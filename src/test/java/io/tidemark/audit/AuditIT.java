package io.tidemark.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.harness.Answer;
import io.tidemark.harness.Dav;
import io.tidemark.harness.Eventually;
import io.tidemark.harness.Tar;
import io.tidemark.harness.Wire;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The lines of requests, each of which is there when its answer is. */
@ArquillianTest
@RunAsClient
class AuditIT {
    private static final String ID = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";
    private static final Pattern LINE =
            Pattern.compile("\\{\"time\":\"[0-9]{4}-[^\"]+Z\",\"user\":.*,\"millis\":[0-9]+}");
    private static final String LOCK =
            "<lockinfo xmlns=\"DAV:\"><lockscope><exclusive/></lockscope><locktype><write/></locktype></lockinfo>";

    private final Dav writer = Dav.as("writer");
    private String name;
    private String collection;

    @BeforeEach
    void makeCollection() {
        name = "audit-" + UUID.randomUUID();
        collection = "/files/" + name + '/';
        writer.request("MKCOL", collection).send().expect(201);
        assertThat(lines()).hasSize(1);
    }

    @Test
    void aWriteIsThereWithItsChange() {
        writer.put(collection + "a%20b.txt", "the body is nobody's business")
                .send()
                .expect(201);
        assertThat(last())
                .contains(
                        "\"user\":\"writer\",\"groups\":[\"reader\",\"writer\"],\"address\":\"127.0.0.1\",\"method\":\"PUT\"")
                .contains("\"path\":\"" + collection + "a b.txt\",\"status\":201,")
                .containsPattern("\"changes\":\\[\"" + ID + "\"]")
                .doesNotContain("business");
        writer.request("MOVE", collection + "a%20b.txt")
                .header("Destination", Dav.url(collection + "c.txt"))
                .send()
                .expect(201);
        assertThat(last())
                .contains("\"method\":\"MOVE\"")
                .contains("\"destination\":\"" + collection + "c.txt\",\"status\":201,\"changes\":[");
        writer.request("DELETE", collection + "c.txt").send().expect(204);
        assertThat(last()).contains("\"method\":\"DELETE\"").contains("\"status\":204,\"changes\":[");
    }

    @Test
    void whatChangesNothingHasNoChange() {
        // A time that the client gives: two of the server's may be a second apart, which is a change.
        String time = "1600000000";
        writer.put(collection + "a.txt", "a").header("X-OC-Mtime", time).send().expect(201);
        writer.put(collection + "a.txt", "a").header("X-OC-Mtime", time).send().expect(204);
        assertThat(last()).contains("\"method\":\"PUT\"").doesNotContain("changes");
        String token = lock("a.txt");
        assertThat(last()).contains("\"method\":\"LOCK\"").contains("\"status\":200,\"millis\"");
        writer.request("UNLOCK", collection + "a.txt")
                .header("Lock-Token", token)
                .send()
                .expect(204);
        assertThat(last()).contains("\"method\":\"UNLOCK\"");
        assertThat(log()).doesNotContain(token.replaceAll("[<>]", ""));
    }

    @Test
    void readingIsNotThere() {
        writer.get(collection).send().expect(200);
        writer.request("PROPFIND", collection).send().expect(207);
        writer.get(collection + "missing").send().expect(404);
        assertThat(lines()).hasSize(1);
    }

    @Test
    void aRefusalIsThereWithItsReason() {
        Dav.as("reader").put(collection + "a.txt", "a").send().expect(403);
        assertThat(last()).contains("\"user\":\"reader\"").contains("\"status\":403,");
        Dav.as("stranger").get(collection).send().expect(403);
        assertThat(last()).contains("\"user\":\"stranger\"").contains("\"method\":\"GET\"");
        writer.put(collection + "missing/a.txt", "a").send().expect(409);
        assertThat(last()).contains("\"status\":409,").doesNotContain("changes");
        writer.put(collection + "a.txt", "a").send().expect(201);
        lock("a.txt");
        Dav.as("other").put(collection + "a.txt", "b").send().expect(423);
        assertThat(last())
                .contains("\"user\":\"other\"")
                .contains("\"status\":423,\"condition\":\"{DAV:}lock-token-submitted\"");
        writer.request("NONSENSE", collection).send().expect(405);
        assertThat(last()).contains("\"method\":\"NONSENSE\"").contains("\"status\":405,");
    }

    @Test
    void whoIsNobodyIsThereToo() {
        Dav.anonymous().get(collection).send().expect(401);
        assertThat(last())
                .contains("\"user\":null,\"address\":\"127.0.0.1\",\"method\":\"GET\"")
                .contains("\"status\":401,");
        Dav.with(Dav.basic("audited", "wrong-password-of-the-audit"))
                .put(collection + "a.txt", "a")
                .send()
                .expect(401);
        assertThat(last()).contains("\"user\":null,\"claimed\":\"audited\",").contains("\"method\":\"PUT\"");
        assertThat(log()).doesNotContain("wrong-password-of-the-audit");
    }

    @Test
    void anAppPasswordIsNamedAndItsSecretIsNot() {
        Answer made = writer.request("POST", "/principals/app-passwords/writer/")
                .header("Content-Type", "application/xml")
                .body("<T:app-password xmlns:T=\"urn:tidemark:dav\"><T:name>scanner</T:name></T:app-password>")
                .send()
                .expect(201);
        String secret = made.text().replaceAll("(?s).*<T:secret>([^<]+)</T:secret>.*", "$1");
        String location = made.header("Location").orElseThrow();
        Dav.with(Dav.basic("writer", secret))
                .put(collection + "a.txt", "a")
                .send()
                .expect(201);
        assertThat(last())
                .contains("\"user\":\"writer\"")
                .contains("\"app_password\":\"" + location.substring(location.lastIndexOf('/') + 1) + "\",")
                .contains("\"app_password_name\":\"scanner\"");
        writer.request("DELETE", location).send().expect(204);
        Dav.with(Dav.basic("writer", secret)).get(collection).send().expect(401);
        assertThat(last()).contains("\"user\":null,\"claimed\":\"writer\"").contains("\"method\":\"GET\"");
        assertThat(log()).doesNotContain(secret);
    }

    @Test
    void aHostileNameStaysOnItsLine() {
        writer.put(collection + "a%0D%0A%7B%22user%22:%22admin%22%7D%7B0%7D%25s", "a")
                .send()
                .expect(201);
        assertThat(last()).contains("/a\\u000d\\u000a{\\\"user\\\":\\\"admin\\\"}{0}%s\",\"status\":201,");
        assertThat(lines()).hasSize(2).allMatch(line -> LINE.matcher(line).matches());
    }

    @Test
    void anImportIsOneLine() {
        writer.request("POST", collection)
                .header("Content-Type", "application/x-tar")
                .body(new Tar().file("a.txt", "a").file("b.txt", "b").bytes())
                .send()
                .expect(200);
        assertThat(last()).contains("\"method\":\"POST\"").containsPattern("\"changes\":\\[\"" + ID + "\"]");
    }

    @Test
    void aBodyThatBreaksOffIsThere() throws Exception {
        try (Wire wire = Wire.open()) {
            wire.send("PUT " + collection + "a.txt HTTP/1.1\nHost: x\nAuthorization: " + Dav.basic("writer", "writer")
                    + "\nContent-Length: 100\n\nhalf");
        }
        Eventually.become("the line of a request that broke off", () -> last().contains("\"method\":\"PUT\""));
        assertThat(last()).doesNotContain("changes");
    }

    private String lock(String file) {
        return writer.request("LOCK", collection + file)
                .body(LOCK)
                .send()
                .expect(200)
                .header("Lock-Token")
                .orElseThrow();
    }

    private String last() {
        List<String> lines = lines();
        return lines.get(lines.size() - 1);
    }

    /** The lines that name this test's collection. */
    private List<String> lines() {
        return log().lines().filter(line -> line.contains(name)).toList();
    }

    private static String log() {
        try {
            return Files.readString(Path.of(System.getProperty("it.directory"), "server/log/audit.log"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
