package io.tidemark.sync;

import io.tidemark.kernel.error.DavException;
import io.tidemark.kernel.http.DavRequest;
import io.tidemark.kernel.http.Depth;
import io.tidemark.kernel.xml.Rfc6578;
import io.tidemark.kernel.xml.XmlElement;
import java.util.Optional;

/** {@code DAV:sync-level}: how deep a report looks (RFC 6578, section 6.3). */
enum SyncLevel {
    ONE,
    INFINITE;

    /**
     * Reads the element, or the {@code Depth} header that stood for it in the draft (RFC 6578, appendix A).
     *
     * @throws DavException 400 when neither is there, or one is malformed
     */
    static SyncLevel parse(XmlElement body, DavRequest request) {
        Optional<XmlElement> element = body.child(Rfc6578.SYNC_LEVEL);
        boolean hasDepth = request.header("Depth") != null;
        Depth depth = request.depth(Depth.ZERO);
        if (element.isEmpty()) {
            return switch (depth) {
                case ONE -> ONE;
                case INFINITY -> INFINITE;
                case ZERO -> throw DavException.badRequest("The body has no DAV:sync-level.");
            };
        }
        if (hasDepth && depth != Depth.ZERO) {
            throw DavException.badRequest("The report has Depth 0.");
        }
        return switch (element.get().text()) {
            case "1" -> ONE;
            case "infinite", "infinity" -> INFINITE;
            default -> throw DavException.badRequest("The sync level is unknown.");
        };
    }
}
