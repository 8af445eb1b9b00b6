package io.tidemark.upload;

import io.tidemark.harness.Answer;
import io.tidemark.harness.Dav;
import java.util.UUID;

/** Requests about uploads in several requests. */
final class Uploads {
    private Uploads() {}

    /** Begins a resumable upload to a URL with some bytes; its URL is the answer's {@code Location}. */
    static Dav.Request begin(Dav user, String path, byte[] bytes) {
        return user.request("PUT", path).header("Upload-Complete", "?0").body(bytes);
    }

    static String begun(Dav user, String path, byte[] bytes) {
        return begin(user, path, bytes).send().expect(201).header("Location").orElseThrow();
    }

    static Dav.Request append(Dav user, String upload, long offset, boolean last, byte[] bytes) {
        return user.request("PATCH", upload)
                .header("Content-Type", "application/partial-upload")
                .header("Upload-Offset", Long.toString(offset))
                .header("Upload-Complete", last ? "?1" : "?0")
                .body(bytes);
    }

    static long offset(Dav user, String upload) {
        Answer answer = user.request("HEAD", upload).send().expect(204);
        return Long.parseLong(answer.header("Upload-Offset").orElseThrow());
    }

    /** One of Nextcloud's, without chunks. */
    static String transfer(Dav user, String name) {
        String upload = "/dav/uploads/" + name + "/" + UUID.randomUUID() + "/";
        user.request("MKCOL", upload).send().expect(201);
        return upload;
    }

    static Dav.Request whole(Dav user, String upload, String destination) {
        return user.request("MOVE", upload + ".file").header("Destination", Dav.url(destination));
    }
}
