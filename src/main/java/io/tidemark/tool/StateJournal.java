package io.tidemark.tool;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;

/**
 * The state's file. Lines are only added; what a kill or a power failure tore off the end is left out when it is read
 * again, so that any beginning of it is a state in which the mirror once was.
 */
public final class StateJournal implements AutoCloseable {

    private static final int BUFFER = 1 << 16;

    private final Path file;
    private FileChannel channel;
    private long lines;

    private StateJournal(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /** Takes the lines, one after the other, and keeps none that it need not. */
    public interface Reader {
        void line(List<String> fields) throws UnusableException;
    }

    /** Opens the file, which is made if it is missing; it must be read before it is added to. */
    public static StateJournal open(Path file) throws IOException {
        return new StateJournal(
                file,
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE));
    }

    /** Reads the lines that are whole, and cuts off what follows them. */
    public void read(Reader reader) throws IOException, UnusableException {
        long whole = 0;
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), BUFFER)) {
            ByteArrayOutputStream line = new ByteArrayOutputStream();
            for (int octet = in.read(); octet >= 0; octet = in.read()) {
                if (octet != '\n') {
                    line.write(octet);
                    continue;
                }
                Optional<List<String>> fields = StateLine.read(line.toString(StandardCharsets.UTF_8));
                if (fields.isEmpty()) {
                    break;
                }
                reader.line(fields.get());
                lines++;
                whole += line.size() + 1;
                line.reset();
            }
        }
        channel.truncate(whole);
        channel.position(whole);
    }

    /** How many lines it has. */
    public long length() {
        return lines;
    }

    /** Adds a line; it survives the end of this process, and, after {@link #force}, a power failure. */
    public void add(String... fields) throws IOException {
        write(channel, List.of(fields));
        lines++;
    }

    /** Makes all lines survive a power failure. */
    public void force() throws IOException {
        channel.force(false);
    }

    /** Puts other lines in the place of all that there are, at once. */
    public void replace(List<List<String>> fresh) throws IOException {
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
