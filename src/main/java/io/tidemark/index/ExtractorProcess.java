package io.tidemark.index;

import io.tidemark.extract.Extractor;
import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The process that reads documents. It has little memory, nothing of the server's environment, and so many seconds for each document;
 * when it dies of one, that document is unreadable, and the next is read by another process.
 */
final class ExtractorProcess implements Closeable {

    /** The process ends itself; this long after that it is ended. */
    private static final int GRACE_SECONDS = 10;

    private static final int BYTES_PER_CHARACTER = 3;

    private final Settings settings;
    private volatile @Nullable Process process;
    private volatile boolean closed;

    /**
     * What the process may use.
     *
     * @param classPath its programs
     * @param directory where it works
     * @param mebibytes of memory
     * @param seconds for each document
     * @param characters of text that are told of each document
     */
    record Settings(List<Path> classPath, Path directory, int mebibytes, int seconds, int characters) {}

    /** What came of a document. */
    enum Result {
        READ,
        UNREADABLE,
        /** It took longer than it may. */
        UNFINISHED
    }

    /**
     * What came of a document.
     *
     * @param text its text, or why there is none
     */
    record Outcome(Result result, String text) {}

    ExtractorProcess(Settings settings) {
        this.settings = settings;
    }

    /**
     * Reads a document.
     *
     * @throws IOException when no process can be started, or this has been closed
     */
    synchronized Outcome read(Path document) throws IOException {
        Process running = running();
        CompletableFuture<Boolean> limit = new CompletableFuture<Boolean>()
                .completeOnTimeout(true, settings.seconds() + GRACE_SECONDS, TimeUnit.SECONDS);
        CompletableFuture<Void> end = limit.thenRun(running::destroyForcibly);
        try {
            DataOutputStream out = new DataOutputStream(running.getOutputStream());
            out.writeUTF(document.toString());
            out.flush();
            return answer(new DataInputStream(new BufferedInputStream(running.getInputStream())));
        } catch (IOException e) {
            end(running);
            if (closed) {
                throw e;
            }
            return running.exitValue() == Extractor.TOO_LONG
                    ? new Outcome(Result.UNFINISHED, "it took longer than " + settings.seconds() + " seconds")
                    : new Outcome(Result.UNREADABLE, "the process that read it ended: " + running.exitValue());
        } finally {
            limit.cancel(false);
            end.cancel(false);
        }
    }

    private Outcome answer(DataInputStream in) throws IOException {
        int outcome = in.readUnsignedByte();
        int length = in.readInt();
        if (length < 0 || length > (long) BYTES_PER_CHARACTER * settings.characters()) {
            throw new IOException("It answers what it was not asked.");
        }
        byte[] text = in.readNBytes(length);
        if (text.length < length) {
            throw new IOException("It ended within its answer.");
        }
        return new Outcome(
                outcome == Extractor.READ ? Result.READ : Result.UNREADABLE, new String(text, StandardCharsets.UTF_8));
    }

    private Process running() throws IOException {
        if (closed) {
            throw new IOException("Nothing is read any more.");
        }
        Process running = process;
        if (running == null || !running.isAlive()) {
            running = start();
            process = running;
        }
        return running;
    }

    private Process start() throws IOException {
        Files.createDirectories(settings.directory());
        String directory = settings.directory().toString();
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + settings.mebibytes() + "m",
                "-Xss1m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:MaxMetaspaceSize=96m",
                "-XX:+ExitOnOutOfMemoryError",
                "-Djava.awt.headless=true",
                "-Djava.io.tmpdir=" + directory,
                "-Dpdfbox.fontcache=" + directory,
                "-cp",
                settings.classPath().stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)),
                Extractor.class.getName(),
                String.valueOf(settings.characters()),
                String.valueOf(settings.seconds()));
        // Passwords may be in the environment.
        builder.environment().clear();
        builder.environment().put("LC_ALL", "C.UTF-8");
        builder.directory(settings.directory().toFile());
        builder.redirectError(ProcessBuilder.Redirect.DISCARD);
        Process started = builder.start();
        if (started.getInputStream().read() != Extractor.READY) {
            end(started);
            throw new IOException("The process that reads documents does not start: " + started.exitValue());
        }
        return started;
    }

    private static void end(Process process) {
        process.destroyForcibly();
        process.onExit().join();
    }

    /** Ends the process, whatever it is doing. */
    @Override
    public void close() {
        closed = true;
        Process running = process;
        if (running != null) {
            running.destroyForcibly();
        }
    }
}
