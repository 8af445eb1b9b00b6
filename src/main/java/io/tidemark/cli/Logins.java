package io.tidemark.cli;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;

/** The saved logins, in a file that only its user reads. */
final class Logins {

    private static final String USUAL = "usual";

    private final Path directory;
    private final Path file;

    Logins(Path directory) {
        this.directory = directory;
        this.file = directory.resolve("logins.properties");
    }

    /** All of them, and which is the usual one: empty for none. */
    record Saved(SortedMap<String, Login> byName, String usual) {}

    /**
     * Reads them.
     *
     * @throws FailedException when others may read the file
     */
    Saved read() throws IOException {
        if (PrivateFiles.isOpen(file)) {
            throw FailedException.usage(
                    file + " holds passwords, and others may read it: chmod 600 it, and log in anew.");
        }
        Properties lines = new Properties();
        lines.load(new StringReader(PrivateFiles.read(file).orElse("")));
        SortedMap<String, Login> byName = new TreeMap<>();
        for (String key : lines.stringPropertyNames()) {
            if (key.endsWith(".url")) {
                String name = key.substring(0, key.length() - ".url".length());
                byName.put(
                        name,
                        new Login(
                                name,
                                lines.getProperty(key),
                                lines.getProperty(name + ".user", ""),
                                lines.getProperty(name + ".secret", ""),
                                lines.getProperty(name + ".credential", "")));
            }
        }
        return new Saved(byName, lines.getProperty(USUAL, ""));
    }

    /** The login of that name, or the usual one for an empty name. */
    Login get(String name) throws IOException {
        Saved saved = read();
        String wanted = name.isEmpty() ? saved.usual() : name;
        return Optional.ofNullable(saved.byName().get(wanted))
                .orElseThrow(() -> new FailedException(
                        wanted.isEmpty() ? Exit.FORBIDDEN : Exit.USAGE,
                        wanted.isEmpty()
                                ? "You are not logged in: tidemark login URL."
                                : "There is no server " + Output.shown(wanted) + ": tidemark servers lists them."));
    }

    /** Changes them; one command at a time. */
    interface Change {
        Saved apply(Saved saved) throws IOException;
    }

    void change(Change change) throws IOException {
        PrivateFiles.makeDirectory(directory);
        try (FileChannel channel = FileChannel.open(
                        directory.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock held = channel.lock()) {
            if (held.isValid()) {
                write(change.apply(read()));
            }
        }
    }

    private void write(Saved saved) throws IOException {
        Properties lines = new Properties();
        saved.byName().forEach((name, login) -> {
            lines.setProperty(name + ".url", login.url());
            lines.setProperty(name + ".user", login.user());
            lines.setProperty(name + ".secret", login.secret());
            lines.setProperty(name + ".credential", login.credential());
        });
        lines.setProperty(USUAL, saved.usual());
        StringWriter text = new StringWriter();
        lines.store(text, "Passwords of tidemark. Keep this file to yourself.");
        PrivateFiles.write(file, text.toString());
    }
}
