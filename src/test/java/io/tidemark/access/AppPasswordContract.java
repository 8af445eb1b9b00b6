package io.tidemark.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.harness.Answer;
import io.tidemark.harness.Dav;
import io.tidemark.harness.Eventually;
import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What app passwords are good for, and until when (docs/protocol.md, App passwords), whichever realm their users come from. */
abstract class AppPasswordContract extends AccessContract {
    private static final Pattern SECRET = Pattern.compile("<T:secret>([^<]+)</T:secret>");

    @Test
    void anAppPasswordStandsForItsUser() throws IOException {
        String collection = collection();
        String secret = make("writer", "<T:name>laptop</T:name>");
        Dav laptop = with(Dav.basic("writer", secret));
        laptop.put(collection + "a.txt", "a").send().expect(201);
        assertThat(properties(laptop, collection + "a.txt"))
                .contains("/principals/users/writer</D:href></D:owner>")
                .contains("/principals/users/writer</D:href></D:current-user-principal>");
        assertThat(list("writer"))
                .contains("<T:name>laptop</T:name>", "<T:last-used>")
                .doesNotContain(secret);
        with(Dav.basic("other", secret)).get(collection).send().expect(401);
        assertThat(log()).doesNotContain(secret);
    }

    @Test
    void anAppPasswordMayBeForReadingOnly() {
        String collection = collection();
        Dav phone = with(Dav.basic("writer", make("writer", "<T:name>phone</T:name><T:read-only/>")));
        phone.request("PROPFIND", collection).header("Depth", "0").send().expect(207);
        assertThat(phone.put(collection + "a.txt", "a").send().expect(403).text())
                .contains("<T:app-password-read-only/>");
    }

    @Test
    void anAppPasswordMayBeForOnePathOnly() {
        String inside = collection();
        String outside = collection();
        Dav scanner =
                with(Dav.basic("writer", make("writer", "<T:name>scanner</T:name><D:href>" + inside + "</D:href>")));
        scanner.put(inside + "a.txt", "a").send().expect(201);
        as("writer").put(outside + "b.txt", "b").send().expect(201);
        assertThat(scanner.get(outside + "b.txt").send().expect(403).text()).contains("<T:app-password-path/>");
        scanner.get(outside).send().expect(403);
        scanner.get("/").send().expect(403);
        scanner.get(inside + "../" + outside.substring("/files/".length()))
                .send()
                .expect(403);
        scanner.request("COPY", inside + "a.txt")
                .header("Destination", outside + "a.txt")
                .send()
                .expect(403);
        scanner.request("MKREF", inside + "b.txt")
                .header("Ref-Target", outside + "b.txt")
                .send()
                .expect(403);
        scanner.request("MOVE", inside + "a.txt")
                .header("Destination", inside + "c.txt")
                .send()
                .expect(201);
    }

    @Test
    void aRevokedAppPasswordIsOutAtOnce() {
        Answer made = post("writer", "<T:name>lost</T:name>").expect(201);
        Dav lost = with(Dav.basic("writer", secret(made)));
        lost.get("/files/").send().expect(200);
        String path = made.header("Location").orElseThrow();
        as("other").request("DELETE", path).send().expect(404);
        as("writer").request("DELETE", path).send().expect(204);
        lost.get("/files/").send().expect(401);
    }

    @Test
    void anAdministratorRevokesAllOfAUsers() {
        Dav stolen = with(Dav.basic("other", make("other", "<T:name>stolen</T:name>")));
        stolen.get("/files/").send().expect(200);
        as("admin").request("DELETE", "/principals/app-passwords/other/").send().expect(204);
        stolen.get("/files/").send().expect(401);
    }

    @Test
    void anAppPasswordExpires() throws InterruptedException {
        Dav brief = with(Dav.basic("reader", make("reader", "<T:name>brief</T:name><T:expires>PT2S</T:expires>")));
        Eventually.become(
                "an app password expires", () -> brief.get("/files/").send().status() == 401);
    }

    @Test
    void anAppPasswordMakesNoOthers() {
        Dav laptop = with(Dav.basic("writer", make("writer", "<T:name>laptop</T:name>")));
        assertThat(laptop.request("POST", "/principals/app-passwords/writer/")
                        .header("Content-Type", "application/xml")
                        .body(body("<T:name>child</T:name>"))
                        .send()
                        .expect(403)
                        .text())
                .contains("<T:own-credentials-required/>");
        laptop.request("PROPFIND", "/principals/app-passwords/writer/").send().expect(403);
    }

    @Test
    void appPasswordsOfOthersAreNotThere() {
        as("writer").get("/principals/app-passwords/other/").send().expect(404);
        as("admin").get("/principals/app-passwords/other/").send().expect(200);
        as("admin")
                .request("POST", "/principals/app-passwords/other/")
                .header("Content-Type", "application/xml")
                .body(body("<T:name>x</T:name>"))
                .send()
                .expect(403);
    }

    /** Makes an app password with what the elements say, and returns its secret. */
    final String make(String user, String elements) {
        return secret(post(user, elements).expect(201));
    }

    private Answer post(String user, String elements) {
        return as(user).request("POST", "/principals/app-passwords/" + user + '/')
                .header("Content-Type", "application/xml")
                .body(body(elements))
                .send();
    }

    private static String body(String elements) {
        return "<T:app-password xmlns:T=\"urn:tidemark:dav\" xmlns:D=\"DAV:\">" + elements + "</T:app-password>";
    }

    private static String secret(Answer made) {
        assertThat(made.header("Cache-Control")).contains("no-store");
        Matcher found = SECRET.matcher(made.text());
        assertThat(found.find()).as(made.text()).isTrue();
        return found.group(1);
    }
}
