package io.tidemark.content;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** What every store of bodies does. */
interface ContentStoreContract {
    /** The store under test; the same for the whole test, and empty at its beginning. */
    ContentStore store();

    /** Another process's view of the same store. */
    ContentStore reopened();

    @Test
    default void whatWasPutCanBeRead() throws Exception {
        var hash = put("hello");
        assertThat(store().exists(hash)).isTrue();
        assertThat(read(store(), hash)).isEqualTo("hello");
    }

    @Test
    default void anEmptyBodyIsABody() throws Exception {
        var hash = put("");
        assertThat(store().exists(hash)).isTrue();
        assertThat(read(store(), hash)).isEmpty();
    }

    @Test
    default void whatWasNotPutIsNotThere() {
        var hash = hash("never");
        assertThat(store().exists(hash)).isFalse();
        assertThatThrownBy(() -> store().open(hash)).isInstanceOf(IOException.class);
    }

    @Test
    default void whatWasPutIsThereForAnotherProcess() throws Exception {
        var hash = put("hello");
        assertThat(read(reopened(), hash)).isEqualTo("hello");
    }

    @Test
    default void theSameBodyTwiceIsOneBody() throws Exception {
        var hash = put("hello");
        var again = put("hello");
        assertThat(again).isEqualTo(hash);
        assertThat(list()).containsOnlyKeys(hash);
        assertThat(read(store(), hash)).isEqualTo("hello");
    }

    @Test
    default void aBodyThatIsReadIsNotDisturbedByTheSameBodyComingAgain() throws Exception {
        var hash = put("hello");
        try (var open = store().open(hash)) {
            put("hello");
            assertThat(read(open)).isEqualTo("hello");
        }
    }

    @Test
    default void puttingTakesTheStagedFileAway() throws Exception {
        var first = stage("hello");
        var second = stage("hello");
        store().put(hash("hello"), first);
        store().put(hash("hello"), second);
        assertThat(first).doesNotExist();
        assertThat(second).doesNotExist();
    }

    @Test
    default void aStagedFileIsNoBody() throws Exception {
        var staged = stage("half an upl");
        assertThat(staged).exists();
        assertThat(list()).isEmpty();
        assertThat(store().exists(hash("half an upl"))).isFalse();
        assertThat(reopened().exists(hash("half an upl"))).isFalse();
    }

    @Test
    default void whatACrashLeftStagedDoesNotKeepTheBodyFromComing() throws Exception {
        stage("hello");
        var hash = put("hello");
        assertThat(read(store(), hash)).isEqualTo("hello");
        assertThat(list()).containsOnlyKeys(hash);
    }

    @Test
    default void stagedFilesAreEachTheirOwn() throws Exception {
        var one = stage("one");
        var two = stage("two");
        assertThat(one).isNotEqualTo(two).hasContent("one");
    }

    @Test
    default void aDeletedBodyIsGone() throws Exception {
        var hash = put("hello");
        var other = put("other");
        store().delete(hash);
        assertThat(store().exists(hash)).isFalse();
        assertThat(list()).containsOnlyKeys(other);
    }

    @Test
    default void aDeletedBodyCanComeAgain() throws Exception {
        var hash = put("hello");
        store().delete(hash);
        put("hello");
        assertThat(read(store(), hash)).isEqualTo("hello");
    }

    @Test
    default void deletingWhatIsNotThereIsNoFailure() throws Exception {
        store().delete(hash("never"));
        assertThat(store().exists(hash("never"))).isFalse();
    }

    @Test
    default void aBodyThatIsOpenIsReadToItsEndThoughItIsDeleted() throws Exception {
        var hash = put("hello");
        try (var open = store().open(hash)) {
            store().delete(hash);
            assertThat(read(open)).isEqualTo("hello");
        }
    }

    @Test
    default void everyBodyIsListedOnceWithTheTimeOfItsComing() throws Exception {
        var before = Instant.now().minusSeconds(5);
        var hashes = new ArrayList<ContentHash>();
        for (int i = 0; i < 50; i++) {
            hashes.add(put("body " + i));
        }
        var listed = list();
        assertThat(listed).containsOnlyKeys(hashes.toArray(ContentHash[]::new));
        assertThat(listed.values())
                .allSatisfy(at -> assertThat(at).isBetween(before, Instant.now().plusSeconds(5)));
    }

    @Test
    default void anEmptyStoreListsNothing() throws Exception {
        assertThat(list()).isEmpty();
    }

    @Test
    default void manyWhoPutTheSameBodyAtOnceAllSucceed() throws Exception {
        int writers = 8;
        for (int round = 0; round < 20; round++) {
            var body = "round " + round;
            var barrier = new CyclicBarrier(writers);
            var threads = Executors.newFixedThreadPool(writers);
            try {
                List<Future<ContentHash>> puts = new ArrayList<>();
                for (int i = 0; i < writers; i++) {
                    puts.add(threads.submit(() -> {
                        var staged = stage(body);
                        barrier.await();
                        store().put(hash(body), staged);
                        assertThat(read(store(), hash(body))).isEqualTo(body);
                        return hash(body);
                    }));
                }
                for (var put : puts) {
                    assertThat(put.get()).isEqualTo(hash(body));
                }
            } finally {
                threads.shutdown();
            }
        }
        assertThat(list()).hasSize(20);
    }

    @Test
    default void knowsHowMuchMoreFits() throws Exception {
        assertThat(store().usableBytes()).isPositive();
    }

    private ContentHash put(String body) throws IOException {
        var hash = hash(body);
        store().put(hash, stage(body));
        return hash;
    }

    private Path stage(String body) throws IOException {
        var staged = store().stage();
        try (var channel = FileChannel.open(staged, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap(body.getBytes(UTF_8)));
            channel.force(true);
        }
        return staged;
    }

    private Map<ContentHash, Instant> list() throws IOException {
        Map<ContentHash, Instant> found = new HashMap<>();
        store().list((hash, at) -> assertThat(found.put(hash, at)).isNull());
        return found;
    }

    private static String read(ContentStore store, ContentHash hash) throws IOException {
        try (var open = store.open(hash)) {
            return read(open);
        }
    }

    private static String read(FileChannel open) throws IOException {
        return new String(Channels.newInputStream(open).readAllBytes(), UTF_8);
    }

    private static ContentHash hash(String body) {
        try {
            return ContentHash.of(MessageDigest.getInstance("SHA-256").digest(body.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
