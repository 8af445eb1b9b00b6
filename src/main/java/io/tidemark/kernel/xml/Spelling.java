package io.tidemark.kernel.xml;

import io.undertow.servlet.handlers.ServletRequestContext;
import io.undertow.util.AttachmentKey;
import org.jspecify.annotations.Nullable;

/**
 * How a request spells the paths that have two spellings (docs/protocol.md, Nextcloud's URLs). Its answer spells them in the
 * same way: clients compare what they get with what they asked for.
 *
 * @param user the user whose name stands in the request's path, percent-encoded
 */
public record Spelling(String user) {

    private static final AttachmentKey<Spelling> OF_REQUEST = AttachmentKey.create(Spelling.class);
    private static final String FILES = "/files/";
    private static final String UPLOADS = "/uploads/";
    private static final String DAV = "/dav";

    /** Has the answer to the current request spell paths in this way. */
    public void use() {
        ServletRequestContext.requireCurrent().getExchange().putAttachment(OF_REQUEST, this);
    }

    /** The way of the current request; null for the plain one. */
    static @Nullable Spelling current() {
        ServletRequestContext request = ServletRequestContext.current();
        return request == null ? null : request.getExchange().getAttachment(OF_REQUEST);
    }

    /** An absolute path, percent-encoded, as the current request spells it. */
    public static String asked(String path) {
        Spelling spelling = current();
        return spelling == null ? path : spelling.of(path);
    }

    /** An absolute path in this spelling; what has only one stays as it is. */
    String of(String path) {
        if (path.startsWith(FILES)) {
            return DAV + FILES + user + path.substring(FILES.length() - 1);
        }
        return path.startsWith(UPLOADS) ? DAV + path : path;
    }
}
