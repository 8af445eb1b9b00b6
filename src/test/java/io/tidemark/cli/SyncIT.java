package io.tidemark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.harness.Dav;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code tidemark sync}, as a user types it. */
@ArquillianTest
@RunAsClient
class SyncIT {

    @TempDir
    Path home;

    private Hand hand;
    private String top;
    private Path one;
    private Path two;

    @BeforeEach
    void logIn() {
        hand = new Hand(home);
        hand.given("writer\n")
                .types("login", Dav.url("/"), "--user", "writer", "--name", "here", "--password-stdin")
                .expect(Exit.DONE);
        top = "/sync-" + UUID.randomUUID();
        hand.types("mkdir", "--versioned", top).expect(Exit.DONE);
        one = home.resolve("one");
        two = home.resolve("two");
    }

    @AfterEach
    void logOut() {
        hand.given("writer\n").types("logout", "--password-stdin").expect(Exit.DONE);
    }

    private Hand.Did sync(Path folder) {
        return hand.types("sync", "--once", "--quiet-seconds", "0", folder.toString());
    }

    @Test
    void twoFoldersAreKeptInStep() throws IOException {
        hand.types("sync", "--once", one.toString()).expect(Exit.USAGE);
        hand.types("sync", "--once", one.toString(), top + "/none").expect(Exit.NOT_FOUND);
        Files.createDirectories(one.resolve("d ü 100%25"));
        Files.writeString(one.resolve("d ü 100%25/a #1.txt"), "first");
        hand.types("sync", "--once", "--quiet-seconds", "0", one.toString(), top)
                .expect(Exit.DONE);
        hand.types("sync", "--once", two.toString(), Dav.url("/files" + top + "/"))
                .expect(Exit.DONE);
        assertThat(two.resolve("d ü 100%25/a #1.txt")).hasContent("first");
        hand.types("sync", "--once", two.toString(), "/").expect(Exit.CONFLICT);

        Files.move(two.resolve("d ü 100%25"), two.resolve("e"));
        Files.writeString(two.resolve("e/a #1.txt"), "second");
        sync(two).expect(Exit.DONE);
        assertThat(sync(one).expect(Exit.DONE).out()).contains("moved here e", "fetched e/a #1.txt");
        assertThat(one.resolve("e/a #1.txt")).hasContent("second");
        assertThat(hand.types("history", top + "/e/a #1.txt")
                        .expect(Exit.DONE)
                        .out()
                        .lines())
                .hasSize(2);

        Files.writeString(one.resolve("e/a #1.txt"), "mine");
        Files.writeString(two.resolve("e/a #1.txt"), "theirs");
        sync(two).expect(Exit.DONE);
        assertThat(sync(one).expect(Exit.DONE).out()).contains("conflict e/a #1.txt");
        sync(two).expect(Exit.DONE);
        assertThat(two.resolve("e").toFile().list()).hasSize(2);
        assertThat(one.resolve("e/a #1.txt")).hasContent("theirs");

        assertThat(hand.types("sync", "status", "--json", one.toString())
                        .expect(Exit.DONE)
                        .out())
                .contains("\"outcome\":\"in step\"", "\"files\":2", "\"running\":false");
        assertThat(hand.types("sync", "log", "-n", "100", one.toString())
                        .expect(Exit.DONE)
                        .out())
                .contains("sent d ü 100%25/a #1.txt", "conflict");
        hand.types("sync", "pause", one.toString()).expect(Exit.DONE);
        assertThat(hand.types("sync", "status", one.toString()).out()).contains("paused");
        hand.types("sync", "resume", one.toString()).expect(Exit.DONE);
        hand.types("sync", "status", home.toString()).expect(Exit.NOT_FOUND);
    }

    @Test
    void oneWayFollowsOnly() throws IOException {
        Files.writeString(home.resolve("sent"), "x");
        hand.types("put", home.resolve("sent").toString(), top + "/a").expect(Exit.DONE);
        hand.types("sync", "--once", "--one-way", one.toString(), top).expect(Exit.DONE);
        assertThat(one.resolve("a")).hasContent("x");
    }
}
