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
     * Reads the element, or the {@code Depth} header that stood for it in the draft (RFC 6578, appendix A). Widespread
     * clients send both, others neither, which means level 1.
     *
     * @throws DavException 400 when one is malformed, or the two say different things
     */
    static SyncLevel parse(XmlElement body, DavRequest request) {
        Depth depth = request.depth(Depth.ZERO);
        Optional<SyncLevel> element = body.child(Rfc6578.SYNC_LEVEL).map(SyncLevel::parse);
        SyncLevel stated = switch (depth) {
            case ZERO -> element.orElse(ONE);
            case ONE -> ONE;
            case INFINITY -> INFINITE;
        };
        if (element.isPresent() && element.get() != stated) {
            throw DavException.badRequest("The Depth says something else than the sync level.");
        }
        return stated;
    }

    private static SyncLevel parse(XmlElement element) {
        return switch (element.text()) {
            case "1" -> ONE;
            case "infinite", "infinity" -> INFINITE;
            default -> throw DavException.badRequest("The sync level is unknown.");
        };
    }
}
