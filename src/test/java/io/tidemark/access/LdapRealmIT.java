package io.tidemark.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.harness.DatabaseIndependent;
import io.tidemark.harness.Dav;
import io.tidemark.harness.Directory;
import io.tidemark.harness.Eventually;
import io.tidemark.harness.OwnServer;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Users of a directory, whose groups become roles by a setting. */
@DatabaseIndependent
class LdapRealmIT extends AppPasswordContract {
    private static Directory directory;
    private static OwnServer server;

    @BeforeAll
    static void start() throws Exception {
        directory = Directory.start();
        server = OwnServer.start(
                "ldap.cli",
                script -> script.replace("maximum-age=60000", "maximum-age=2000"),
                Map.of(
                        "TIDEMARK_LDAP_URL", directory.url(),
                        "TIDEMARK_LDAP_BIND_DN", Directory.BIND_DN,
                        "TIDEMARK_LDAP_BIND_PASSWORD", Directory.BIND_PASSWORD,
                        "TIDEMARK_LDAP_USERS", Directory.USERS,
                        "TIDEMARK_LDAP_GROUPS", Directory.GROUPS,
                        "TIDEMARK_ROLES_WRITER", "scribes,editors"));
    }

    @AfterAll
    static void stop() throws InterruptedException {
        if (server != null) {
            server.close();
        }
        directory.close();
    }

    @Override
    int port() {
        return server.port();
    }

    @Override
    String log() throws IOException {
        assertThat(server.log()).doesNotContain(Directory.BIND_PASSWORD);
        return server.log();
    }

    @Test
    void aNameInCapitalsIsTheSameUser() {
        String file = collection() + "a.txt";
        with(Dav.basic("Writer", "writer")).put(file, "a").send().expect(201);
        assertThat(as("reader")
                        .request("PROPFIND", file)
                        .header("Depth", "0")
                        .body("<propfind xmlns=\"DAV:\"><prop><owner/></prop></propfind>")
                        .send()
                        .text())
                .contains("/principals/users/writer<");
    }

    @Test
    void whoLeavesAGroupLosesItsRoleSoonAndSoDoItsAppPasswords() throws Exception {
        String collection = collection();
        Dav laptop = with(Dav.basic("leaver", make("leaver", "<T:name>laptop</T:name>")));
        laptop.put(collection + "a.txt", "a").send().expect(201);
        directory.leave("leaver", "editors");
        Eventually.become(
                "the user's role is gone",
                () -> as("leaver").put(collection + "a.txt", "b").send().status() == 403);
        laptop.put(collection + "a.txt", "b").send().expect(403);
        laptop.get(collection + "a.txt").send().expect(200);
    }
}
