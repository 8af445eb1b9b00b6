package io.tidemark.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StillnessTest {

    @TempDir
    private Path directory;

    private final AtomicInteger deletions = new AtomicInteger();

    @Test
    void nothingIsDeletedWhileAnotherProcessCopies() throws Exception {
        Stillness stillness = new Stillness(directory.resolve("content"));
        stillness.unless(deletions::incrementAndGet);
        assertThat(deletions).hasValue(1);

        Process copying = copy();
        stillness.unless(deletions::incrementAndGet);
        assertThat(deletions).hasValue(1);

        // However it ends, as by kill -9.
        copying.destroyForcibly();
        assertThat(copying.waitFor(30, TimeUnit.SECONDS)).isTrue();
        stillness.unless(deletions::incrementAndGet);
        assertThat(deletions).hasValue(2);
    }

    @Test
    void twoOfOneProcessDoNotDeleteAtOnce() {
        Stillness stillness = new Stillness(directory);
        stillness.unless(() -> {
            Thread other = new Thread(() -> stillness.unless(deletions::incrementAndGet));
            other.start();
            join(other);
        });
        assertThat(deletions).hasValue(0);
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private Process copy() throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Copying.class.getName(),
                        directory.resolve("content").toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        assertThat(process.getInputStream().read()).isEqualTo('!');
        return process;
    }

    /** Another process that copies, and does not come to its end. */
    static final class Copying {

        public static void main(String[] arguments) throws IOException {
            try (Closeable held = new Stillness(Path.of(arguments[0])).hold()) {
                System.out.print('!');
                System.out.flush();
                System.in.read();
                assertThat(held).isNotNull();
            }
        }
    }
}
