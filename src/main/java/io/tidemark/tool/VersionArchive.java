package io.tidemark.tool;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * An archive of all versions of a collection's files (docs/history.md, Bringing history along). Contents are fetched first, each
 * once, because the archive begins with what they are.
 */
final class VersionArchive {

    private static final String MANIFEST = ".tidemark-history";
    private static final int PAGE = 1_000;

    private final CollectionUrl collection;
    private final Remote remote;
    private final Retry retry;
    private final Progress progress;
    private final Path directory;
    private final List<Version> versions = new ArrayList<>();
    private final List<SyncResponse> others = new ArrayList<>();

    /** By its entity tag, the SHA-256 of what has been fetched: of equal contents, both are equal. */
    private final Map<String, String> hashes = new HashMap<>();

    /** A version, as the archive's manifest says it. */
    private record Version(Instant time, String line, String hash) {}

    /**
     * An archive of a collection.
     *
     * @param directory an empty one, for contents
     */
    VersionArchive(CollectionUrl collection, Remote remote, Retry retry, Progress progress, Path directory) {
        this.collection = collection;
        this.remote = remote;
        this.retry = retry;
        this.progress = progress;
        this.directory = directory;
    }

    /** Fetches everything, and writes it. */
    void write(OutputStream out) throws IOException, InterruptedException, UnsafeNameException {
        String token = "";
        boolean more = true;
        while (more) {
            String after = token;
            SyncPage page = retry.run(() -> remote.report("", after, PAGE));
            more = false;
            for (SyncResponse member : page.responses()) {
                more |= take(member);
            }
            token = page.token();
        }
        versions.sort(Comparator.comparing(Version::time));
        TarWriter tar = new TarWriter(out);
        StringBuilder manifest = new StringBuilder();
        versions.forEach(version -> manifest.append(version.line()).append('\n'));
        tar.file(MANIFEST, Instant.now(), manifest.toString().getBytes(StandardCharsets.US_ASCII));
        for (Version version : versions) {
            tar.file("history/" + version.hash(), version.time(), directory.resolve(version.hash()));
        }
        for (SyncResponse other : others) {
            writeOther(other, tar);
        }
        tar.end();
        progress.note(versions.size() + " versions");
    }

    /** Takes note of a member; says whether there are more of them. */
    private boolean take(SyncResponse member) throws IOException, InterruptedException, UnsafeNameException {
        String path = collection.path(member.href());
        if (path.isEmpty()) {
            return member.status() == 507;
        }
        if (!member.isPresent()) {
            return false;
        }
        List<Map<String, String>> found =
                member.collection() ? List.of() : retry.run(() -> remote.versions(collection.member(path, false)));
        if (found.isEmpty()) {
            others.add(member);
            return false;
        }
        String primary = found.get(0).getOrDefault("branchid", "");
        for (Map<String, String> version : found) {
            if (version.getOrDefault("branchid", "").equals(primary)) {
                versions.add(version(path, version));
            }
        }
        return false;
    }

    private Version version(String path, Map<String, String> found) throws IOException, InterruptedException {
        String time = found.getOrDefault("lastcheckin", "");
        String hash = fetch(found.getOrDefault("href", ""), found.getOrDefault("getetag", ""));
        String line = String.join(
                "\t",
                encode(path),
                time,
                encode(found.getOrDefault("author", "")),
                encode(found.getOrDefault("revisioncomment", "")),
                encode(found.getOrDefault("revisionlabel", "")),
                hash);
        return new Version(Instant.parse(time), line, hash);
    }

    private String fetch(String href, String tag) throws IOException, InterruptedException {
        String known = hashes.get(tag);
        if (known != null) {
            return known;
        }
        Path file = directory.resolve("content");
        String hash = retry.run(() -> remote.get(collection.at(href), (response, body) -> {
            MessageDigest digest = sha256();
            Files.copy(new DigestInputStream(body, digest), file, StandardCopyOption.REPLACE_EXISTING);
            return HexFormat.of().formatHex(digest.digest());
        }));
        Files.move(file, directory.resolve(hash), StandardCopyOption.REPLACE_EXISTING);
        if (!tag.isEmpty()) {
            hashes.put(tag, hash);
        }
        return hash;
    }

    private void writeOther(SyncResponse member, TarWriter tar)
            throws IOException, InterruptedException, UnsafeNameException {
        String path = collection.path(member.href());
        Instant modified = member.modified().orElse(Instant.EPOCH);
        if (member.collection()) {
            tar.directory(path + "/", modified);
        } else {
            String hash = fetch(CollectionUrl.rawPath(member.href()), member.etag());
            tar.file(path, modified, directory.resolve(hash));
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What is not printable ASCII is percent-encoded, and so is the percent sign. */
    private static String encode(String text) {
        StringBuilder encoded = new StringBuilder();
        for (byte octet : Objects.requireNonNull(text).getBytes(StandardCharsets.UTF_8)) {
            if (octet >= ' ' && octet <= '~' && octet != '%') {
                encoded.append((char) octet);
            } else {
                encoded.append('%').append(HexFormat.of().withUpperCase().toHexDigits(octet));
            }
        }
        return encoded.toString();
    }
}
