package io.tidemark.cli;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What commands remember for later ones: which version of a file is in which local one, and the tokens of locks. */
final class Memory {

    private final Path directory;

    Memory(Path directory) {
        this.directory = directory;
    }

    /** The tag of the content that was last fetched to, or sent from, a local file. */
    Optional<String> seen(URI url, Path local) throws IOException {
        return PrivateFiles.read(noteOf(url, local));
    }

    void see(URI url, Path local, String tag) throws IOException {
        if (!tag.isEmpty()) {
            PrivateFiles.write(noteOf(url, local), tag);
        }
    }

    private Path noteOf(URI url, Path local) throws IOException {
        Path file = local.toAbsolutePath().normalize();
        Path parent = file.getParent();
        Path place = parent != null && Files.isDirectory(parent)
                ? parent.toRealPath().resolve(file.getFileName())
                : file;
        byte[] key = (url + "\0" + place).getBytes(StandardCharsets.UTF_8);
        String name = HexFormat.of().formatHex(Digest.sha256().digest(key));
        return directory.resolve("seen").resolve(name.substring(0, 2)).resolve(name.substring(2));
    }

    /** The tokens of the locks that were taken here, by the URL that was locked. */
    Map<String, String> locks(String server) throws IOException {
        Map<String, String> locks = new LinkedHashMap<>();
        for (String line : PrivateFiles.read(locksOf(server)).orElse("").lines().toList()) {
            int space = line.indexOf(' ');
            if (space > 0) {
                locks.put(line.substring(space + 1), line.substring(0, space));
            }
        }
        return locks;
    }

    void keepLock(String server, URI url, String token) throws IOException {
        Map<String, String> locks = locks(server);
        locks.put(url.toString(), token);
        write(server, locks);
    }

    void forgetLock(String server, URI url) throws IOException {
        Map<String, String> locks = locks(server);
        if (locks.remove(url.toString()) != null) {
            write(server, locks);
        }
    }

    private void write(String server, Map<String, String> locks) throws IOException {
        List<String> lines = new ArrayList<>();
        locks.forEach((url, token) -> lines.add(token + ' ' + url));
        PrivateFiles.write(locksOf(server), String.join("\n", lines));
    }

    private Path locksOf(String server) {
        return directory.resolve("locks").resolve(server);
    }
}
