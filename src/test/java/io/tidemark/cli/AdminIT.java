package io.tidemark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.harness.Dav;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code tidemark admin}, as an administrator and as another user types it. */
@ArquillianTest
@RunAsClient
class AdminIT {

    @TempDir
    Path home;

    private Hand hand;
    private String top;

    @BeforeEach
    void logIn() throws IOException {
        hand = new Hand(home);
        for (String user : new String[] {"writer", "admin"}) {
            hand.given(user + "\n")
                    .types("login", Dav.url("/"), "--user", user, "--name", user, "--password-stdin")
                    .expect(Exit.DONE);
        }
        top = "/admin-" + UUID.randomUUID();
        hand.types("mkdir", "--versioned", top).expect(Exit.DONE);
        hand.types("put", Files.writeString(home.resolve("a"), "12345").toString(), top + "/a")
                .expect(Exit.DONE);
    }

    @AfterEach
    void logOut() {
        for (String user : new String[] {"writer", "admin"}) {
            hand.given(user + "\n").types("logout", user, "--password-stdin").expect(Exit.DONE);
        }
    }

    private Hand.Did admin(String... arguments) {
        String[] all = new String[arguments.length + 3];
        all[0] = "admin";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        all[all.length - 2] = "-s";
        all[all.length - 1] = "admin";
        return hand.types(all);
    }

    @Test
    void anAdministratorSeesAndBreaksLocksOfOthers() {
        hand.types("lock", top + "/a").expect(Exit.DONE);

        assertThat(admin("locks", "--user", "writer").expect(Exit.DONE).out()).contains(top + "/a");
        assertThat(admin("locks", "--user", "nobody").expect(Exit.DONE).out()).isEmpty();
        assertThat(admin("locks", "--json").out())
                .contains("\"path\":\"" + top + "/a\",\"user\":\"writer\"", "\"token\":\"urn:uuid:");
        admin("locks", "--end", top + "/a").expect(Exit.USAGE);
        admin("locks", "--reason", "none").expect(Exit.USAGE);
        admin("locks", "--end", top + "/b", "--reason", "none").expect(Exit.NOT_FOUND);
        assertThat(admin("locks", "--end", top + "/a", "--reason", "Ada is on leave; ü")
                        .expect(Exit.DONE)
                        .out())
                .startsWith("ended ");
        assertThat(admin("locks", "--user", "writer").out()).doesNotContain(top + "/a");
    }

    @Test
    void othersAreToldOfTheirOwn() {
        hand.types("lock", top + "/a").expect(Exit.DONE);

        assertThat(hand.types("admin", "locks").expect(Exit.DONE).out()).contains(top + "/a");
        assertThat(hand.types("admin", "locks", "--user", "admin")
                        .expect(Exit.DONE)
                        .out())
                .isEmpty();
        hand.types("admin", "server").expect(Exit.FORBIDDEN);
        hand.types("unlock", top + "/a").expect(Exit.DONE);
    }

    @Test
    void checkoutsEndWithWhatWasWrittenInThem() throws IOException {
        hand.types("checkout", top + "/a").expect(Exit.DONE);
        hand.types(
                        "put",
                        "--force",
                        Files.writeString(home.resolve("a"), "lost").toString(),
                        top + "/a")
                .expect(Exit.DONE);

        assertThat(admin("checkouts", "--user", "writer").expect(Exit.DONE).out())
                .contains(top + "/a  V1");
        admin("checkouts", "--end", top + "/a", "--reason", "It has to go out").expect(Exit.DONE);
        assertThat(admin("checkouts", "--user", "writer").out()).doesNotContain(top + "/a");
        assertThat(hand.types("cat", top + "/a").out()).isEqualTo("12345");
    }

    private Set<String> passwordsOfReader() {
        hand.given("admin");
        String listed = admin("app-passwords", "--user", "reader", "--json", "--password-stdin")
                .expect(Exit.DONE)
                .out();
        return Pattern.compile("\"id\":\"([^\"]*)\"")
                .matcher(listed)
                .results()
                .map(id -> id.group(1))
                .collect(Collectors.toCollection(HashSet::new));
    }

    @Test
    void appPasswordsTakeOnesOwnPassword() {
        String made = "made-" + UUID.randomUUID();
        Set<String> before = passwordsOfReader();
        hand.given("reader\n")
                .types("login", Dav.url("/"), "--user", "reader", "--name", made, "--password-stdin", "--read-only")
                .expect(Exit.DONE);

        admin("app-passwords").expect(Exit.USAGE);
        hand.given("wrong");
        admin("app-passwords", "--password-stdin").expect(Exit.FORBIDDEN);
        Set<String> after = passwordsOfReader();
        after.removeAll(before);
        assertThat(after).hasSize(1);
        String id = after.iterator().next();
        hand.given("admin");
        assertThat(admin("app-passwords", "--user", "reader", "--password-stdin")
                        .out())
                .contains(id, "read-only");
        hand.given("admin");
        admin("app-passwords", "--end", id, "--reason", "Lost phone", "--password-stdin")
                .expect(Exit.DONE);
        assertThat(hand.types("ls", "-s", made).expect(Exit.FORBIDDEN).err()).contains("log in again");
    }

    @Test
    void whatAFolderCostsIsToldByUser() {
        assertThat(admin("usage", top, "--json").expect(Exit.DONE).out())
                .contains("\"user\":\"writer\",\"files\":1,\"liveBytes\":5,");
        assertThat(admin("usage", top).out()).contains("revisions", "writer");
        admin("usage", top + "/none").expect(Exit.NOT_FOUND);
    }

    @Test
    void theServerSaysHowItIs() {
        assertThat(admin("server").expect(Exit.DONE).out()).contains("version ", "schema ");
        assertThat(admin("server", "--json").out()).contains("\"server\":\"admin\"", "\"schema\":\"");
        admin().expect(Exit.USAGE);
        assertThat(hand.types("admin", "--help").expect(Exit.DONE).out()).contains("app-passwords");
        assertThat(admin("locks", "--help").expect(Exit.DONE).out()).contains("--reason");
    }
}
