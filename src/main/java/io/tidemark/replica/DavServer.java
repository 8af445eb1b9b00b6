package io.tidemark.replica;

import io.tidemark.tool.CollectionUrl;
import io.tidemark.tool.Connection;
import io.tidemark.tool.MultistatusParser;
import io.tidemark.tool.RefusedException;
import io.tidemark.tool.Remote;
import io.tidemark.tool.SyncPage;
import io.tidemark.tool.SyncResponse;
import io.tidemark.tool.TransientException;
import io.tidemark.tool.UnsafeNameException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A collection on a WebDAV server (RFC 4918, RFC 6578, RFC 9530). */
final class DavServer implements Server {

    private static final Pattern SHA256 = Pattern.compile("sha-256=:([A-Za-z0-9+/=]*):");
    private static final int BUFFER = 1 << 16;
    private static final int PAGE = 5_000;
    // Java's limit is on all that comes before the answer, and a large upload may take long.
    private static final Duration UPLOAD = Duration.ofDays(7);

    private final CollectionUrl collection;
    private final Connection connection;
    private final Remote remote;

    DavServer(CollectionUrl collection, Connection connection) {
        this.collection = collection;
        this.connection = connection;
        this.remote = new Remote(collection, connection);
    }

    @Override
    public Optional<Page> changes(String token, int seconds) throws IOException, InterruptedException {
        SyncPage page;
        try {
            page = remote.report("", token, PAGE, seconds);
        } catch (RefusedException e) {
            if (e.names("valid-sync-token") && !token.isEmpty()) {
                return Optional.empty();
            }
            throw e;
        }
        List<Listed> items = new ArrayList<>();
        List<String> gone = new ArrayList<>();
        List<String> closed = new ArrayList<>();
        List<String> unusable = new ArrayList<>();
        boolean more = false;
        for (SyncResponse response : page.responses()) {
            try {
                String path = collection.path(response.href());
                if (path.isEmpty()) {
                    more |= response.status() == 507;
                } else if (response.isPresent()) {
                    boolean folder = response.collection();
                    items.add(new Listed(path, folder, response.resourceId(), folder ? "" : response.etag(), ""));
                } else if (response.isRemoved()) {
                    gone.add(response.href().endsWith("/") ? path + '/' : path);
                } else {
                    closed.add(path);
                }
            } catch (UnsafeNameException e) {
                if (!response.isRemoved()) {
                    unusable.add("cannot be here: " + response.href() + ": " + e.getMessage());
                }
            }
        }
        if (more && page.token().equals(token)) {
            throw new IOException("The server's pages do not come to an end.");
        }
        return Optional.of(new Page(items, gone, closed, unusable, page.token(), more));
    }

    @Override
    public String send(String path, Path file, String sha, long modified, String replaced)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = request(path, false)
                .timeout(UPLOAD)
                .header("Repr-Digest", "sha-256=:" + base64(sha) + ':')
                .header("X-OC-Mtime", Long.toString(Math.floorDiv(modified, 1000)));
        if (replaced.isEmpty()) {
            request.header("If-None-Match", "*");
        } else {
            request.header("If-Match", replaced);
        }
        HttpResponse<?> response =
                remote.run(request.PUT(BodyPublishers.ofFile(file)).build());
        return response.headers().firstValue("ETag").orElse("");
    }

    @Override
    public Received fetch(String path, Path target) throws IOException, InterruptedException {
        return remote.get(path, (response, body) -> {
            if (response.headers()
                    .firstValue("Content-Location")
                    .filter(l -> l.endsWith("/"))
                    .isPresent()) {
                throw new RefusedException("GET of " + path + ": it has become a folder", 404, Set.of());
            }
            long expected =
                    response.headers().firstValueAsLong("Content-Length").orElse(-1);
            MessageDigest digest = Folder.sha256();
            long size = store(body, target, digest);
            if (expected >= 0 && size != expected) {
                throw new TransientException("GET of " + path + ": " + size + " bytes came of " + expected, null);
            }
            Instant modified = response.headers()
                    .firstValue("Last-Modified")
                    .flatMap(MultistatusParser::date)
                    .orElse(Instant.now());
            return new Received(
                    response.headers().firstValue("ETag").orElse(""),
                    HexFormat.of().formatHex(digest.digest()),
                    modified.toEpochMilli());
        });
    }

    private static long store(InputStream body, Path target, MessageDigest digest) throws IOException {
        long size = 0;
        try (FileChannel out = FileChannel.open(
                target, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            byte[] buffer = new byte[BUFFER];
            for (int n = body.read(buffer); n >= 0; n = body.read(buffer)) {
                digest.update(buffer, 0, n);
                for (ByteBuffer rest = ByteBuffer.wrap(buffer, 0, n); rest.hasRemaining(); ) {
                    out.write(rest);
                }
                size += n;
            }
            out.force(true);
        }
        return size;
    }

    @Override
    public String sha(String path, String tag) throws IOException, InterruptedException {
        HttpResponse<?> response = remote.run(request(path, false)
                .header("Want-Repr-Digest", "sha-256=1")
                .header("If-Match", tag)
                .method("HEAD", BodyPublishers.noBody())
                .build());
        Matcher said =
                SHA256.matcher(response.headers().firstValue("Repr-Digest").orElse(""));
        return said.find() ? HexFormat.of().formatHex(Base64.getDecoder().decode(said.group(1))) : "";
    }

    @Override
    public void make(String path) throws IOException, InterruptedException {
        remote.run(request(path, true).method("MKCOL", BodyPublishers.noBody()).build());
    }

    @Override
    public void move(String from, String to, boolean folder, String state) throws IOException, InterruptedException {
        HttpRequest.Builder request = request(from, folder)
                .header("Destination", collection.member(to, folder).toString())
                .header("Overwrite", "F");
        remote.run(conditional(request, from, folder, state)
                .method("MOVE", BodyPublishers.noBody())
                .build());
    }

    @Override
    public void delete(String path, boolean folder, String state) throws IOException, InterruptedException {
        remote.run(conditional(request(path, folder), path, folder, state)
                .method("DELETE", BodyPublishers.noBody())
                .build());
    }

    private HttpRequest.Builder conditional(HttpRequest.Builder request, String path, boolean folder, String state) {
        if (!folder) {
            return request.header("If-Match", state);
        }
        URI url = collection.member(path, true);
        return request.header("If", '<' + url.toString() + "> (<" + state + ">)");
    }

    private HttpRequest.Builder request(String path, boolean folder) {
        return connection.request(collection.member(path, folder));
    }

    private static String base64(String sha) {
        return Base64.getEncoder().encodeToString(HexFormat.of().parseHex(sha));
    }
}
