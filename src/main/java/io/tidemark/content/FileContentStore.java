package io.tidemark.content;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Bodies as files, in directories by the first two bytes of their hash. Several nodes may share one. */
@ApplicationScoped
public class FileContentStore implements ContentStore {

    private static final int FAN_OUT = 2;

    private final Path bodies;
    private final Path staging;
    private final Path parts;
    private final Stillness stillness;

    /** The store in the directory that {@code tidemark.content} names, by default {@code content} in the data directory. */
    @Inject
    public FileContentStore(
            @ConfigProperty(name = "tidemark.content") Optional<String> directory,
            @ConfigProperty(name = "tidemark.data") Optional<String> data) {
        this(directory
                .map(Path::of)
                .or(() -> data.map(Path::of).map(place -> place.resolve("content")))
                .orElseThrow(() -> new IllegalStateException("No directory is set for contents.")));
    }

    /** The store in that directory. */
    public FileContentStore(Path directory) {
        this.bodies = directory.resolve("bodies");
        this.staging = directory.resolve("staging");
        this.parts = directory.resolve("parts");
        this.stillness = new Stillness(directory);
    }

    /** For the container's proxies. */
    protected FileContentStore() {
        this(Path.of("."));
    }

    @Override
    public Path stage() throws IOException {
        Files.createDirectories(staging);
        return Files.createFile(staging.resolve(UUID.randomUUID().toString()));
    }

    @Override
    public Path parts() {
        return parts;
    }

    @Override
    public void put(ContentHash hash, Path staged) throws IOException {
        Path directory = directory(hash);
        Path body = directory.resolve(hash.toString());
        if (Files.exists(body)) {
            Files.delete(staged);
            return;
        }
        makeDirectory(directory);
        Files.move(staged, body, StandardCopyOption.ATOMIC_MOVE);
        synchronise(directory);
    }

    @Override
    public FileChannel open(ContentHash hash) throws IOException {
        return FileChannel.open(place(hash), StandardOpenOption.READ);
    }

    @Override
    public boolean exists(ContentHash hash) {
        return Files.exists(place(hash));
    }

    @Override
    public void delete(ContentHash hash) throws IOException {
        Files.deleteIfExists(place(hash));
    }

    @Override
    public void unlessCopied(Runnable deletion) {
        stillness.unless(deletion);
    }

    @Override
    public void list(BiConsumer<ContentHash, Instant> visitor) throws IOException {
        if (!Files.exists(bodies)) {
            return;
        }
        try (Stream<Path> files = Files.walk(bodies)) {
            for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                visitor.accept(
                        ContentHash.parse(file.getFileName().toString()),
                        Files.getLastModifiedTime(file).toInstant());
            }
        }
    }

    @Override
    public void discardStagedBefore(Instant before) throws IOException {
        if (!Files.exists(staging)) {
            return;
        }
        try (Stream<Path> files = Files.list(staging)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                if (Files.getLastModifiedTime(file).toInstant().isBefore(before)) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    @Override
    public long usableBytes() throws IOException {
        Files.createDirectories(staging);
        return Files.getFileStore(staging).getUsableSpace();
    }

    private Path place(ContentHash hash) {
        return directory(hash).resolve(hash.toString());
    }

    private Path directory(ContentHash hash) {
        String name = hash.toString();
        Path directory = bodies;
        for (int level = 0; level < FAN_OUT; level++) {
            directory = directory.resolve(name.substring(level * 2, level * 2 + 2));
        }
        return directory;
    }

    /** Creates a directory so that it survives: its entry is in its parent, and that must be on the disk too. */
    private void makeDirectory(Path directory) throws IOException {
        if (Files.isDirectory(directory)) {
            return;
        }
        Path parent = Objects.requireNonNull(directory.getParent());
        if (!directory.equals(bodies)) {
            makeDirectory(parent);
        } else {
            Files.createDirectories(parent);
        }
        try {
            Files.createDirectory(directory);
        } catch (FileAlreadyExistsException e) {
            if (!Files.isDirectory(directory)) {
                throw e;
            }
        }
        synchronise(parent);
    }

    private static void synchronise(Path directory) throws IOException {
        try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
