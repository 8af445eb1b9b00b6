package io.tidemark.kernel.http;

import io.tidemark.kernel.error.DavException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** A request as WebDAV reads it: its path taken from the request target as it was sent, its headers, its body. */
public final class DavRequest {

    private static final char DELETE = 0x7F;
    private static final int BUFFER = 8_192;
    private static final String READ = ReadPath.class.getName();

    private final HttpServletRequest servlet;
    private final DavPath path;

    private DavRequest(HttpServletRequest servlet, DavPath path) {
        this.servlet = servlet;
        this.path = path;
    }

    /**
     * Reads the request line.
     *
     * @throws DavException as {@link DavPath#parse}
     */
    public static DavRequest of(HttpServletRequest servlet) {
        // Jakarta REST's own path has lost trailing slashes and ";" by now, and the servlet's is half normalised.
        String raw = servlet.getRequestURI().substring(servlet.getContextPath().length());
        if (servlet.getAttribute(READ) instanceof ReadPath known && known.raw().equals(raw)) {
            return new DavRequest(servlet, known.path());
        }
        DavPath path = DavPath.parse(raw.isEmpty() ? "/" : raw);
        servlet.setAttribute(READ, new ReadPath(raw, path));
        return new DavRequest(servlet, path);
    }

    /** What a filter or an endpoint has read, for those that come after it: they may see another request around the same. */
    private record ReadPath(String raw, DavPath path) {}

    /** The path of the request URL. */
    public DavPath path() {
        return path;
    }

    /** What stands after the question mark; null when there is none. */
    public @Nullable String query() {
        return servlet.getQueryString();
    }

    /**
     * A header's value, those of several lines joined by commas; null when it is absent.
     *
     * @throws DavException 400 when it holds a control character (RFC 9110, section 5.5)
     */
    public @Nullable String header(String name) {
        List<String> values = Collections.list(servlet.getHeaders(name));
        if (values.isEmpty()) {
            return null;
        }
        String value = values.size() == 1 ? values.get(0) : String.join(",", values);
        if (value.chars().anyMatch(c -> (c < ' ' && c != '\t') || c == DELETE)) {
            throw DavException.badRequest("A header holds a control character.");
        }
        return value;
    }

    /** The {@code Host} that the client meant. */
    public @Nullable String host() {
        return servlet.getHeader("Host");
    }

    /** Whether it is known to have come under TLS. */
    public boolean isUnderTls() {
        return servlet.isSecure();
    }

    /** The {@code Depth} header. */
    public Depth depth(Depth absent) {
        return Depth.parse(header("Depth"), absent);
    }

    /** The {@code Prefer} header. */
    public Prefer prefer() {
        return Prefer.parse(header("Prefer"));
    }

    /**
     * The request body, without its content coding. What it is without may be much longer: whoever reads it has a limit.
     *
     * @throws DavException 415 for a coding that is not read, 400 when it is not in the one that it says
     */
    public InputStream body() {
        String coding = header("Content-Encoding");
        try {
            InputStream body = servlet.getInputStream();
            return switch (coding == null ? "" : coding.strip().toLowerCase(Locale.ROOT)) {
                case "", "identity" -> body;
                case "gzip", "x-gzip" -> hasBody() ? new GZIPInputStream(body, BUFFER) : body;
                default -> throw DavException.of(415, "A body comes as it is, or with the content coding gzip.");
            };
        } catch (IOException e) {
            throw DavException.badRequest("The body broke off, or it is not in its content coding.");
        }
    }

    /** The announced length of the body; empty when it comes in chunks of unknown number. */
    public Optional<Long> contentLength() {
        long length = servlet.getContentLengthLong();
        return length < 0 ? Optional.empty() : Optional.of(length);
    }

    /** Whether the request has a body, as far as its headers tell. */
    public boolean hasBody() {
        return servlet.getContentLengthLong() > 0 || servlet.getHeader("Transfer-Encoding") != null;
    }
}
