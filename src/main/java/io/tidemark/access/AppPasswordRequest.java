package io.tidemark.access;

import io.tidemark.apppassword.Wish;
import io.tidemark.kernel.error.DavException;
import io.tidemark.kernel.http.DavPath;
import io.tidemark.kernel.http.DavRequest;
import io.tidemark.kernel.http.OwnOrigins;
import io.tidemark.kernel.xml.Rfc4918;
import io.tidemark.kernel.xml.Tidemark;
import io.tidemark.kernel.xml.XmlElement;
import io.tidemark.target.FilesSubtree;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;

/** Reads the body that asks for an app password. */
final class AppPasswordRequest {

    private static final int MAX_NAME = 255;

    private AppPasswordRequest() {}

    /**
     * What a {@code T:app-password} asks for.
     *
     * @throws DavException 422 when it is something else, or lacks a name; 400 for a malformed time; 409 for a path that is
     *     not in {@code /files/}
     */
    static Wish parse(XmlElement body, DavRequest request, OwnOrigins origins) {
        if (!body.is(Tidemark.APP_PASSWORD)) {
            throw DavException.unprocessable("The body is no T:app-password.");
        }
        String name = body.child(Tidemark.NAME).map(XmlElement::text).orElse("");
        if (name.isEmpty() || name.length() > MAX_NAME) {
            throw DavException.unprocessable("An app password needs a T:name of up to 255 characters.");
        }
        return new Wish(
                name,
                body.child(Tidemark.EXPIRES).map(XmlElement::text).map(AppPasswordRequest::time),
                body.child(Tidemark.READ_ONLY).isPresent(),
                body.child(Rfc4918.HREF).map(href -> path(href.text(), request, origins)));
    }

    /** A moment, or a time from now. */
    private static Instant time(String text) {
        try {
            return text.startsWith("P") ? Instant.now().plus(Duration.parse(text)) : Instant.parse(text);
        } catch (DateTimeException | ArithmeticException e) {
            throw DavException.badRequest("T:expires is neither a moment nor a duration of ISO 8601.");
        }
    }

    private static DavPath path(String href, DavRequest request, OwnOrigins origins) {
        return origins.path(href, request.host())
                .filter(path -> path.subtree().equals(FilesSubtree.NAME))
                .orElseThrow(() -> DavException.conflict("The path of an app password is below /files/."));
    }
}
