package io.tidemark.upload;

import io.tidemark.kernel.error.DavException;
import io.tidemark.kernel.http.DavRequest;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The PUT or import that an upload is in the end: its URL, and what the request said of it that began, or ends, the upload. */
final class SavedRequest extends HttpServletRequestWrapper {

    private static final List<String> CONDITIONS =
            List.of("Host", "If", "If-Match", "If-None-Match", "If-Modified-Since", "If-Unmodified-Since");

    private static final List<String> OF_CONTENT = List.of("X-OC-Mtime", "OC-Checksum", "Repr-Digest");

    private static final List<String> OF_PUT = List.of(
            "Content-Type",
            "Content-Language",
            "Content-Encoding",
            "Content-Range",
            "Revision-Id",
            "Branch-Id",
            "Revision-Path",
            "Label",
            "Tidemark-Safe-Save");

    private static final List<String> OF_IMPORT = List.of("Content-Type");

    /** What other rooms read from the request that is under way, so that a later one cannot say it. */
    private static final List<String> OF_THE_MOMENT = List.of("Configuration-Id", "Checkin-Set");

    private static final int MAX_CHARS = 16_384;

    private final String target;
    private final Map<String, String> headers;

    private SavedRequest(HttpServletRequest current, String target, String saved) {
        super(current);
        this.target = target;
        this.headers = saved.lines()
                .map(line -> line.split(":", 2))
                .collect(Collectors.toMap(line -> line[0].toLowerCase(Locale.ROOT), line -> line[1]));
    }

    /**
     * What must be kept of a PUT that begins an upload.
     *
     * @throws DavException 400 when that is more than is kept, or what holds for one request alone
     */
    static String of(DavRequest put) {
        return save(put, List.of(CONDITIONS, OF_CONTENT, OF_PUT));
    }

    /** The same of a POST that begins an import. */
    static String ofImport(DavRequest post) {
        return save(post, List.of(CONDITIONS, OF_IMPORT));
    }

    /** The same of the MOVE that ends one of Nextcloud's: its conditions are about the destination. */
    static String ofMove(DavRequest move, boolean overwrite) {
        String saved = save(move, List.of(CONDITIONS, OF_CONTENT));
        return overwrite ? saved : saved.replaceAll("(?m)^If-None-Match:.*\\R", "") + "If-None-Match:*\n";
    }

    /** The request again. */
    static DavRequest restore(HttpServletRequest current, String target, String saved) {
        return DavRequest.of(new SavedRequest(current, target, saved));
    }

    private static String save(DavRequest request, List<List<String>> names) {
        for (String name : OF_THE_MOMENT) {
            if (request.header(name) != null) {
                throw DavException.badRequest(name + " does not go with an upload in several requests.");
            }
        }
        StringBuilder saved = new StringBuilder();
        names.stream().flatMap(List::stream).forEach(name -> {
            String value = request.header(name);
            if (value != null) {
                saved.append(name).append(':').append(value).append('\n');
            }
        });
        if (saved.length() > MAX_CHARS) {
            throw DavException.badRequest("The request says more than is kept of it until the upload is complete.");
        }
        return saved.toString();
    }

    @Override
    public String getRequestURI() {
        return target;
    }

    @Override
    public String getContextPath() {
        return "";
    }

    @Override
    public @Nullable String getHeader(String name) {
        return headers.get(name.toLowerCase(Locale.ROOT));
    }

    @Override
    public Enumeration<String> getHeaders(String name) {
        String value = getHeader(name);
        return Collections.enumeration(value == null ? List.of() : List.of(value));
    }
}
