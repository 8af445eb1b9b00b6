package io.tidemark.tool;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The state's file. Lines are only added; what a kill or a power failure tore off the end is left out when it is read
 * again, so that any beginning of it is a state in which the mirror once was.
 */
final class StateJournal implements AutoCloseable {

    private final Path file;
    private FileChannel channel;
    private long lines;

    private StateJournal(Path file, FileChannel channel, long lines) {
        this.file = file;
        this.channel = channel;
        this.lines = lines;
    }

    /** What was read, and the file, ready to be added to. */
    record Opened(StateJournal journal, List<List<String>> lines) {}

    static Opened open(Path file) throws IOException {
        FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        byte[] content = Files.readAllBytes(file);
        List<List<String>> lines = new ArrayList<>();
        int whole = 0;
        for (int i = 0; i < content.length; i++) {
            if (content[i] == '\n') {
                Optional<List<String>> line =
                        StateLine.read(new String(content, whole, i - whole, StandardCharsets.UTF_8));
                if (line.isEmpty()) {
                    break;
                }
                lines.add(line.get());
                whole = i + 1;
            }
        }
        channel.truncate(whole);
        channel.position(whole);
        return new Opened(new StateJournal(file, channel, lines.size()), lines);
    }

    /** How many lines it has. */
    long length() {
        return lines;
    }

    /** Adds a line; it survives the end of this process, and, after {@link #force}, a power failure. */
    void add(String... fields) throws IOException {
        write(channel, List.of(fields));
        lines++;
    }

    void force() throws IOException {
        channel.force(false);
    }

    /** Puts other lines in the place of all that there are, at once. */
    void replace(List<List<String>> fresh) throws IOException {
        Path draft = file.resolveSibling(file.getFileName() + ".new");
        FileChannel replacement = FileChannel.open(
                draft, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE);
        for (List<String> line : fresh) {
            write(replacement, line);
        }
        replacement.force(true);
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        channel.close();
        channel = replacement;
        lines = fresh.size();
        Directories.force(file.toAbsolutePath().getParent());
    }

    private static void write(FileChannel channel, List<String> fields) throws IOException {
        ByteBuffer line = ByteBuffer.wrap(StateLine.write(fields).getBytes(StandardCharsets.UTF_8));
        while (line.hasRemaining()) {
            channel.write(line);
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
