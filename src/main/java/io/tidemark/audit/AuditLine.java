package io.tidemark.audit;

import io.tidemark.apppassword.AppPassword;
import io.tidemark.kernel.error.Condition;
import io.tidemark.kernel.error.DavException;
import io.tidemark.kernel.http.DavPath;
import io.tidemark.kernel.http.HeaderText;
import io.undertow.security.idm.Account;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the audit log says of one request; docs/operations.md lists the fields. No header is in it that could carry a
 * credential or a token, and nothing of a body.
 */
final class AuditLine {

    /** Always as long, so that lines sort as text. */
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    /** The part of a URL before its path, which may hold a password, and the part behind it. */
    private static final Pattern AROUND_PATH =
            Pattern.compile("^[A-Za-z][A-Za-z0-9+.-]*://[^/?#]*|[?#].*$", Pattern.DOTALL);

    private final JsonObject json = new JsonObject();

    /** The line of what no request has asked for. */
    static AuditLine ofServer(Instant at, String path, UUID resource, Iterable<String> revisions) {
        AuditLine line = new AuditLine().time(at);
        line.json.nothing("user");
        line.json
                .text("automatic", "retention")
                .text("path", path)
                .text("resource", resource.toString())
                .texts("revisions", revisions);
        return line;
    }

    AuditLine time(Instant at) {
        json.text("time", TIME.format(at));
        return this;
    }

    /**
     * Who asks.
     *
     * @param account whom the container has authenticated; null for nobody
     * @param claimed the name that came with a password, which counts for nothing unless it was the right one
     */
    AuditLine user(@Nullable Account account, @Nullable String claimed) {
        if (account != null) {
            json.text("user", account.getPrincipal().getName());
            json.texts("groups", new TreeSet<>(account.getRoles()));
        } else {
            json.nothing("user");
            Optional.ofNullable(claimed).ifPresent(name -> json.text("claimed", name));
        }
        return this;
    }

    AuditLine appPassword(@Nullable AppPassword password) {
        if (password != null) {
            json.text("app_password", password.selector()).text("app_password_name", password.name());
        }
        return this;
    }

    AuditLine address(String client) {
        json.text("address", client);
        return this;
    }

    /**
     * What is asked for.
     *
     * @param uri the request target's path, as it was sent
     * @param target the URL in {@code Destination} or {@code Ref-Target}, as it was sent
     */
    AuditLine request(String method, String uri, @Nullable String target) {
        json.text("method", method).text("path", readable(uri));
        Optional.ofNullable(target).ifPresent(url -> json.text("destination", readable(url)));
        return this;
    }

    AuditLine outcome(int status, AuditNotes notes) {
        json.number("status", status);
        Optional.ofNullable(notes.condition())
                .map(Condition::name)
                .ifPresent(name -> json.text("condition", name.toString()));
        Optional.ofNullable(notes.reference()).ifPresent(reference -> json.text("reference", reference));
        if (!notes.changes().isEmpty()) {
            json.texts("changes", notes.changes().stream().map(UUID::toString).toList());
        }
        if (notes.furtherChanges() > 0) {
            json.number("further_changes", notes.furtherChanges());
        }
        return this;
    }

    /**
     * Why somebody did it.
     *
     * @param sent the header's value, as it was sent
     */
    AuditLine reason(@Nullable String sent) {
        Optional.ofNullable(sent).ifPresent(reason -> json.text("reason", decoded(reason)));
        return this;
    }

    private static String decoded(String value) {
        try {
            return HeaderText.decode(value);
        } catch (DavException malformed) {
            return value;
        }
    }

    AuditLine duration(Duration duration) {
        json.number("millis", duration.toMillis());
        return this;
    }

    /** The name that a proxy gave to the request. */
    AuditLine requestId(@Nullable String id) {
        Optional.ofNullable(id).ifPresent(name -> json.text("request_id", name));
        return this;
    }

    /** A URL's path as people write it; as it was sent where it is none. */
    private static String readable(String url) {
        String path = AROUND_PATH.matcher(url).replaceAll("");
        try {
            DavPath parsed = DavPath.parse(path);
            return parsed.isRoot() ? "/" : '/' + String.join("/", parsed.segments()) + (parsed.slash() ? "/" : "");
        } catch (DavException malformed) {
            return path;
        }
    }

    @Override
    public String toString() {
        return json.toString();
    }
}
