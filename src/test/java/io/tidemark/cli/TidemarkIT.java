package io.tidemark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.harness.Dav;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands of {@code tidemark}, as a user types them. */
@ArquillianTest
@RunAsClient
class TidemarkIT {

    private static final Dav ADMIN = Dav.as("admin");

    @TempDir
    Path home;

    private Hand hand;
    private String top;

    @BeforeEach
    void logIn() {
        hand = new Hand(home);
        hand.given("writer\n")
                .types("login", Dav.url("/"), "--user", "writer", "--name", "here", "--password-stdin")
                .expect(Exit.DONE);
        top = "/cli-" + UUID.randomUUID();
        hand.types("mkdir", "--versioned", top).expect(Exit.DONE);
    }

    @AfterEach
    void logOut() {
        hand.given("writer\n").types("logout", "--password-stdin").expect(Exit.DONE);
    }

    private Path local(String name, String content) throws IOException {
        return Files.writeString(home.resolve(name), content);
    }

    private void put(String name, String content) throws IOException {
        hand.types("put", local("sent", content).toString(), top + "/" + name).expect(Exit.DONE);
    }

    @Test
    void aLoginKeepsAPasswordOfItsOwnThatLogoutRevokes() throws IOException {
        Path file = home.resolve(".config/tidemark/logins.properties");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(Files.readString(file)).contains("tm_").doesNotContain("secret=writer");
        assertThat(hand.types("whoami", "--json").expect(Exit.DONE).value("principal"))
                .isEqualTo("/principals/users/writer");
        hand.given("writer")
                .types("login", Dav.url("/"), "--user", "writer", "--name", "here", "--password-stdin")
                .expect(Exit.CONFLICT);
        hand.given("wrong")
                .types("login", Dav.url("/"), "--user", "writer", "--name", "w", "--password-stdin")
                .expect(Exit.FORBIDDEN);
        assertThat(hand.types("login", Dav.url("/"), "--user", "writer", "--name", "w")
                        .expect(Exit.USAGE)
                        .err())
                .contains("--password-stdin");
        hand.types("login", "http://files.example/", "--user", "writer").expect(Exit.USAGE);

        hand.given("reader\n")
                .types(
                        "login",
                        Dav.url("/files"),
                        "--user",
                        "reader",
                        "--name",
                        "other",
                        "--password-stdin",
                        "--read-only")
                .expect(Exit.DONE);
        assertThat(hand.types("servers").out()).contains("* here").contains("  other");
        assertThat(hand.types("mkdir", "other:/x").expect(Exit.FORBIDDEN).err()).contains("for reading only");
        hand.types("ls", "nowhere:/").expect(Exit.USAGE);
        String saved = Files.readString(file);
        hand.given("reader\n").types("logout", "other", "--password-stdin").expect(Exit.DONE);
        PrivateFiles.write(file, saved);
        assertThat(hand.types("ls", "-s", "other").expect(Exit.FORBIDDEN).err()).contains("log in again");
        hand.types("logout", "other", "--forget").expect(Exit.DONE);
    }

    @Test
    void namesOfAnyKindGoUpAndComeDown() throws IOException {
        Path up = Files.createDirectories(home.resolve("up/ü 100%25 #?;+"));
        Files.writeString(up.resolve("a\nb@V1 'x'\"&<>"), "odd");
        Files.writeString(home.resolve("up/plain"), "");
        hand.types("put", "-r", home.resolve("up").toString(), top + "/").expect(Exit.DONE);
        Path down = Files.createDirectory(home.resolve("down"));
        hand.types("get", top + "/up", down.toString()).expect(Exit.USAGE);
        hand.types("get", "-r", top + "/up", down.toString()).expect(Exit.DONE);
        assertThat(down.resolve("up/ü 100%25 #?;+/a\nb@V1 'x'\"&<>")).hasContent("odd");
        assertThat(down.resolve("up/plain")).isEmptyFile();
        // What is there stays, and is named.
        Files.writeString(down.resolve("up/plain"), "mine");
        assertThat(hand.types("get", "-r", top + "/up", down.toString())
                        .expect(Exit.PARTLY)
                        .err())
                .contains("plain");
        assertThat(down.resolve("up/plain")).hasContent("mine");
        hand.types("get", "-r", "--force", top + "/up", down.toString()).expect(Exit.DONE);
        assertThat(down.resolve("up/plain")).isEmptyFile();
        assertThat(hand.types("ls", top + "/up/ü 100%25 #?;+").expect(Exit.DONE).out())
                .isEqualTo("a\\nb@V1 'x'\"&<>\n");
        assertThat(hand.types("cat", top + "/up/ü 100%25 #?;+/a\nb@V1 'x'\"&<>@now")
                        .expect(Exit.DONE)
                        .out())
                .isEqualTo("odd");
    }

    @Test
    void putReplacesOnlyWhatItHasSeen() throws IOException {
        String remote = top + "/a.txt";
        Path mine = local("a.txt", "one");
        hand.types("put", mine.toString(), remote).expect(Exit.DONE);
        local("a.txt", "two");
        assertThat(hand.types("put", "--json", mine.toString(), top)
                        .expect(Exit.DONE)
                        .value("revision"))
                .isEqualTo("V2");
        ADMIN.put("/files" + remote, "theirs").send().expect(204);
        local("a.txt", "three");
        assertThat(hand.types("put", mine.toString(), remote)
                        .expect(Exit.CONFLICT)
                        .err())
                .contains("has been changed on the server");
        assertThat(hand.types("cat", remote).out()).isEqualTo("theirs");
        hand.types("put", local("b.txt", "b").toString(), remote).expect(Exit.CONFLICT);
        hand.given("piped").types("put", "-", remote).expect(Exit.CONFLICT);
        hand.given("piped").types("put", "--force", "-", remote).expect(Exit.DONE);
        assertThat(hand.types("cat", remote).out()).isEqualTo("piped");
        hand.types("get", "--force", remote, mine.toString()).expect(Exit.DONE);
        local("a.txt", "four");
        hand.types("put", mine.toString(), remote).expect(Exit.DONE);
        hand.types("put", mine.toString(), top + "/none/").expect(Exit.CONFLICT);
        assertThat(hand.types("put", "--json", mine.toString(), top + "/none/x")
                        .expect(Exit.CONFLICT)
                        .err())
                .contains("\"exit\":5", "mkdir -p");
        hand.types("put", home.resolve("absent").toString(), remote).expect(Exit.FAILED);
        hand.types("put", home.toString(), remote).expect(Exit.USAGE);
    }

    @Test
    void filesAreMovedCopiedAndDeleted() throws IOException {
        put("a", "a");
        hand.types("mkdir", "-p", top + "/x/y").expect(Exit.DONE);
        hand.types("mkdir", top + "/x").expect(Exit.CONFLICT);
        hand.types("mkdir", top + "/p/q").expect(Exit.CONFLICT);
        hand.types("cp", top + "/a", top + "/x/").expect(Exit.DONE);
        hand.types("cp", top + "/a", top + "/x/a").expect(Exit.CONFLICT);
        hand.types("cp", "--force", top + "/a", top + "/x/a").expect(Exit.DONE);
        hand.types("cp", top + "/x", top + "/z").expect(Exit.USAGE);
        hand.types("cp", "-r", top + "/x", top + "/z").expect(Exit.DONE);
        hand.types("mv", top + "/a", top + "/b").expect(Exit.DONE);
        hand.types("mv", top + "/a", top + "/c").expect(Exit.NOT_FOUND);
        hand.types("mv", top + "/b", top + "/none/").expect(Exit.NOT_FOUND);
        assertThat(hand.types("ls", top).out()).isEqualTo("b\nx/\nz/\n");
        hand.types("rm", top + "/x").expect(Exit.USAGE);
        hand.types("rm", "-r", top + "/x", top + "/b").expect(Exit.DONE);
        hand.types("rm", top + "/b").expect(Exit.NOT_FOUND);
        assertThat(hand.types("ls", "-l", "--json", top + "/z").out()).contains("\"length\":1", "\"kind\":\"folder\"");
    }

    @Test
    void historyIsToldComparedAndGoneBackTo() throws IOException {
        put("a.txt", "one\n");
        String made =
                hand.types("log", "--json", "-n", "1", top).expect(Exit.DONE).value("change");
        put("a.txt", "two\n");
        String remote = top + "/a.txt";
        assertThat(hand.types("history", remote).expect(Exit.DONE).out().lines().map(line -> line.split(" ", 2)[0]))
                .containsExactly("V2", "V1");
        assertThat(hand.types("cat", remote + "@V1").out()).isEqualTo("one\n");
        assertThat(hand.types("cat", remote + "@change:" + made)
                        .expect(Exit.DONE)
                        .out())
                .isEqualTo("one\n");
        assertThat(hand.types("diff", "--exit-code", remote + "@V1")
                        .expect(Exit.DIFFERENT)
                        .out())
                .contains("@@ -1 +1 @@\n-one\n+two\n");
        hand.types("diff", "--exit-code", remote + "@V2", remote).expect(Exit.DONE);
        hand.types("diff", remote).expect(Exit.USAGE);
        assertThat(hand.types("diff", top + "@change:" + made).expect(Exit.DONE).out())
                .contains("modified", "/a.txt");

        hand.types("label", remote + "@V1", "release 1 ä").expect(Exit.DONE);
        hand.types("label", remote, "release 1 ä").expect(Exit.CONFLICT);
        hand.types("label", remote, "none", "--remove").expect(Exit.CONFLICT);
        assertThat(hand.types("cat", remote + "@label:release 1 ä")
                        .expect(Exit.DONE)
                        .out())
                .isEqualTo("one\n");
        hand.types("label", "--move", remote, "release 1 ä").expect(Exit.DONE);
        hand.types("label", remote + "@V1", "final").expect(Exit.DONE);

        assertThat(hand.types("restore", "--preview", remote + "@final")
                        .expect(Exit.DONE)
                        .out())
                .contains("V1");
        hand.types("restore", remote + "@final").expect(Exit.DONE);
        assertThat(hand.types("cat", remote).out()).isEqualTo("one\n");
        hand.types("mv", remote, top + "/b.txt").expect(Exit.DONE);
        assertThat(hand.types("restore", "--preview", top + "@change:" + made)
                        .expect(Exit.DONE)
                        .out())
                .startsWith("Would be done: 0 added, 0 removed, 0 modified, 1 moved");
        String back = hand.types("restore", "--json", top + "@change:" + made)
                .expect(Exit.DONE)
                .value("change");
        assertThat(hand.types("ls", top).out()).isEqualTo("a.txt\n");
        hand.types("undo", back, "--preview").expect(Exit.DONE);
        hand.types("undo", back).expect(Exit.DONE);
        assertThat(hand.types("ls", top).out()).isEqualTo("b.txt\n");
        hand.types("undo", back).expect(Exit.CONFLICT);
        hand.types("undo", "nonsense").expect(Exit.NOT_FOUND);
        hand.types("restore", top).expect(Exit.USAGE);
        hand.types("restore", top + "/b.txt@V99").expect(Exit.NOT_FOUND);
        hand.types("cat", top + "/b.txt@2001-01-01").expect(Exit.NOT_FOUND);
        assertThat(hand.types("log", "-n", "0", "--author", "nobody-at-all", top)
                        .expect(Exit.DONE)
                        .out())
                .isEmpty();
        assertThat(hand.types("log", "-n", "2", top).out()).contains("There is more: --before");
        assertThat(hand.types("log", "-n", "0", top).out()).contains("moved", "label", "created", "versioned");
    }

    @Test
    void locksAreMineAndTakenAway() throws IOException {
        put("a", "a");
        String remote = top + "/a";
        hand.types("lock", "--seconds", "600", remote).expect(Exit.DONE);
        ADMIN.put("/files" + remote, "x").send().expect(423);
        put("a", "b");
        assertThat(hand.types("lock", "--show", remote).out()).contains("locked by writer");
        assertThat(hand.types("lock", remote).expect(Exit.LOCKED).err()).contains("Somebody has locked");
        hand.types("unlock", remote).expect(Exit.DONE);
        hand.types("unlock", remote).expect(Exit.NOT_FOUND);
        hand.types("lock", top + "/none").expect(Exit.NOT_FOUND);

        ADMIN.request("LOCK", "/files" + remote)
                .body("<lockinfo"
                        + " xmlns='DAV:'><lockscope><exclusive/></lockscope><locktype><write/></locktype></lockinfo>")
                .send()
                .expect(200);
        assertThat(hand.types("rm", remote).expect(Exit.LOCKED).err()).contains(remote);
        hand.types("rm", "-r", top).expect(Exit.LOCKED);
        hand.types("unlock", remote).expect(Exit.LOCKED);
        hand.types("unlock", "--force", remote).expect(Exit.FORBIDDEN);
        hand.given("admin")
                .types("login", Dav.url("/"), "--user", "admin", "--name", "boss", "--password-stdin")
                .expect(Exit.DONE);
        hand.types("unlock", "-s", "boss", "--force", remote).expect(Exit.DONE);
        hand.given("admin").types("logout", "boss", "--password-stdin").expect(Exit.DONE);
        hand.types("rm", remote).expect(Exit.DONE);
    }

    @Test
    void aCheckoutMakesOneRevision() throws IOException {
        put("a", "1");
        String remote = top + "/a";
        hand.types("checkin", remote).expect(Exit.CONFLICT);
        hand.types("checkout", remote).expect(Exit.DONE);
        hand.types("checkout", remote).expect(Exit.CONFLICT);
        put("a", "2");
        put("a", "3");
        assertThat(hand.types("checkin", "--json", "-m", "All & <more>", remote)
                        .expect(Exit.DONE)
                        .value("revision"))
                .isEqualTo("V2");
        assertThat(hand.types("history", remote).out()).contains("All & <more>");
        hand.types("checkout", remote).expect(Exit.DONE);
        put("a", "4");
        hand.types("uncheckout", remote).expect(Exit.DONE);
        assertThat(hand.types("cat", remote).out()).isEqualTo("3");
    }

    @Test
    void whatIsLookedForIsFound() throws IOException {
        put("annual report.txt", "x");
        assertThat(hand.types("find", "--in", top, "name:annual report", "type:file", "author:writer")
                        .out())
                .endsWith(top + "/annual report.txt\n");
        assertThat(hand.types("find", "--in", top, "name:nothing")
                        .expect(Exit.DONE)
                        .out())
                .isEmpty();
        hand.types("find", "after:tomorrow").expect(Exit.USAGE);
        hand.types("find", "x", "-n", "0").expect(Exit.USAGE);
        hand.types("find", "--in", top + "/none", "x").expect(Exit.NOT_FOUND);
    }

    @Test
    void wrongUseIsToldByItsExitCode() {
        hand.types().expect(Exit.USAGE);
        hand.types("frobnicate").expect(Exit.USAGE);
        hand.types("ls", "--frobnicate").expect(Exit.USAGE);
        assertThat(hand.types("--help").expect(Exit.DONE).out()).contains("uncheckout", "completion");
        assertThat(hand.types("completion").expect(Exit.DONE).out()).contains("_complete_tidemark");
        assertThat(hand.types("put", "--help").expect(Exit.DONE).out()).contains("--force");
        assertThat(new Hand(home.resolve("elsewhere"))
                        .types("ls")
                        .expect(Exit.FORBIDDEN)
                        .err())
                .contains("tidemark login URL");
    }
}
