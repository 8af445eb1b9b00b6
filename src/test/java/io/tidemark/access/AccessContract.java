package io.tidemark.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.harness.Answer;
import io.tidemark.harness.Dav;
import java.io.IOException;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * Who may do what (protocol, section 6), whichever realm the users come from. Each realm knows {@code reader}, {@code
 * writer}, {@code other} (a second writer), {@code admin} and {@code stranger} (who has no role), with their names as
 * passwords.
 */
abstract class AccessContract {
    private static final String LOCK =
            "<lockinfo xmlns=\"DAV:\"><lockscope><exclusive/></lockscope><locktype><write/></locktype></lockinfo>";

    /** The port of the server under test. */
    abstract int port();

    /** All that the server has logged. */
    abstract String log() throws IOException;

    final Dav as(String user) {
        return Dav.as(user).at(port());
    }

    final Dav with(String authorization) {
        return Dav.with(authorization).at(port());
    }

    /** A new collection of {@code writer}'s. */
    final String collection() {
        String path = "/files/access-" + UUID.randomUUID() + '/';
        as("writer").request("MKCOL", path).send().expect(201);
        return path;
    }

    @Test
    void nobodyIsAskedForAPassword() {
        Answer answer = Dav.anonymous().at(port()).get("/files/").send().expect(401);
        assertThat(answer.headers("WWW-Authenticate")).anyMatch(challenge -> challenge.startsWith("Basic "));
    }

    @Test
    void aWrongPasswordIsRefused() {
        with(Dav.basic("writer", "wrong-password")).get("/files/").send().expect(401);
    }

    @Test
    void twoPasswordsAtOnceAreRefused() {
        as("writer")
                .get("/files/")
                .header("Authorization", Dav.basic("writer", "wrong-password"))
                .send()
                .expect(400);
    }

    @Test
    void whoHasNoRoleMayDoNothing() {
        as("stranger").get("/files/").send().expect(403);
        as("stranger").request("OPTIONS", "/").send().expect(403);
    }

    @Test
    void aReaderReads() {
        String collection = collection();
        as("reader").request("PROPFIND", collection).header("Depth", "1").send().expect(207);
        as("reader").put(collection + "a.txt", "a").send().expect(403);
        as("reader").request("DELETE", collection).send().expect(403);
    }

    @Test
    void aWriterIsTheOwnerOfWhatItMakes() {
        String file = collection() + "a.txt";
        as("other").put(file, "a").send().expect(201);
        assertThat(properties(as("reader"), file)).contains("/principals/users/other</D:href></D:owner>");
    }

    @Test
    void aLockIsItsOwners() {
        String file = collection() + "a.txt";
        as("writer").put(file, "a").send().expect(201);
        String token = as("writer")
                .request("LOCK", file)
                .body(LOCK)
                .send()
                .expect(200)
                .header("Lock-Token")
                .orElseThrow();
        String condition = '(' + token + ')';
        as("other").put(file, "b").header("If", condition).send().expect(423);
        as("other").request("UNLOCK", file).header("Lock-Token", token).send().expect(403);
        as("writer").put(file, "b").header("If", condition).send().expect(204);
        as("admin").request("UNLOCK", file).header("Lock-Token", token).send().expect(204);
    }

    @Test
    void whoGuessesHasToWaitAndKeepsNobodyElseOut() throws IOException {
        as("other").get("/files/").send().expect(200);
        Answer answer = null;
        for (int i = 0; i < 8 && (answer == null || answer.status() != 429); i++) {
            answer = with(Dav.basic("other", "guessed-password-" + i))
                    .get("/files/")
                    .send();
        }
        answer.expect(429);
        assertThat(answer.header("Retry-After")).isPresent();
        as("writer").get("/files/").send().expect(200);
        as("other").get("/files/").send().expect(200);
        assertThat(log()).doesNotContain("guessed-password");
    }

    @Test
    void aBrowserSignsInAndOut() throws IOException {
        String collection = collection();
        Answer signedIn = signIn("writer", "writer").expect(201);
        String cookie = signedIn.header("Set-Cookie").orElseThrow().split(";", 2)[0];
        by(cookie, "PUT", collection + "a.txt").body("a").send().expect(201);
        assertThat(properties(as("writer"), collection + "a.txt"))
                .contains("/principals/users/writer</D:href></D:owner>");
        assertThat(list("writer"))
                .contains("<T:session/>")
                .contains(signedIn.header("Location").orElseThrow());
        assertThat(Dav.anonymous()
                        .at(port())
                        .get(collection)
                        .header("Cookie", cookie)
                        .send()
                        .expect(401)
                        .headers("WWW-Authenticate"))
                .noneMatch(challenge -> challenge.startsWith("Basic"));
        by(cookie, "DELETE", "/ui/session").send().expect(204);
        by(cookie, "GET", collection).send().expect(401);
        assertThat(log()).doesNotContain(cookie.substring(cookie.indexOf('=') + 1));
    }

    @Test
    void whoGuessesInABrowserHasToWaitToo() throws IOException {
        as("stranger").get("/files/").send().expect(403);
        Answer answer = null;
        for (int i = 0; i < 8 && (answer == null || answer.status() != 429); i++) {
            answer = signIn("stranger", "guessed-password-" + i);
        }
        answer.expect(429);
        as("stranger").get("/files/").send().expect(403);
        assertThat(log()).doesNotContain("guessed-password");
    }

    private Answer signIn(String user, String password) {
        return Dav.anonymous()
                .at(port())
                .request("POST", "/ui/session")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .body("user=" + user + "&password=" + password)
                .send();
    }

    private Dav.Request by(String cookie, String method, String path) {
        return Dav.anonymous()
                .at(port())
                .request(method, path)
                .header("Cookie", cookie)
                .header("Sec-Fetch-Site", "same-origin");
    }

    final String list(String user) {
        return as(user).request("PROPFIND", "/principals/app-passwords/" + user + '/')
                .header("Depth", "1")
                .send()
                .expect(207)
                .text();
    }

    static String properties(Dav caller, String path) {
        return caller.request("PROPFIND", path)
                .header("Depth", "0")
                .body("<propfind xmlns=\"DAV:\"><prop><owner/><current-user-principal/></prop></propfind>")
                .send()
                .expect(207)
                .text();
    }
}
