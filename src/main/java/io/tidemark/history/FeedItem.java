package io.tidemark.history;

import io.tidemark.journal.Deed;
import io.tidemark.kernel.http.DavPath;
import io.tidemark.kernel.http.RevisionId;
import io.tidemark.kernel.xml.Rfc4918;
import io.tidemark.kernel.xml.Rfc5842;
import io.tidemark.kernel.xml.Tidemark;
import io.tidemark.kernel.xml.VersioningDraft;
import io.tidemark.kernel.xml.XmlWriter;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A member that a change touched, as people are told of it: {@code T:item}.
 *
 * @param path what it is called now; what it was called, where it has gone
 * @param deeds what was done to it
 * @param from of what was moved, what it was called before
 * @param revision the revision that shows it; null for none
 */
public record FeedItem(
        DavPath path,
        UUID resource,
        Set<Deed> deeds,
        @Nullable DavPath from,
        @Nullable Integer revision) {

    private static final Set<Deed> NAMED = EnumSet.of(Deed.CREATED, Deed.MOVED, Deed.REMOVED, Deed.BOUND);

    /** The words that are told: of what was made, nothing else; of what was moved, not that it left its name. */
    private Set<Deed> told() {
        if (deeds.contains(Deed.CREATED)) {
            return EnumSet.of(Deed.CREATED);
        }
        Set<Deed> told = EnumSet.noneOf(Deed.class);
        told.addAll(deeds);
        told.remove(Deed.FILLED);
        if (told.contains(Deed.MOVED)) {
            told.removeAll(EnumSet.of(Deed.REMOVED, Deed.BOUND));
        }
        return told;
    }

    /** What makes it another item than one about the same resource: those that are about names are told at each. */
    Object identity() {
        return Collections.disjoint(deeds, NAMED) ? resource : List.of(resource, path);
    }

    /** Writes the element. */
    public void write(XmlWriter xml) {
        xml.start(Tidemark.ITEM).href(path.href());
        xml.start(Rfc5842.RESOURCE_ID).href("urn:uuid:" + resource).end();
        told().forEach(deed -> xml.element(Tidemark.WHAT, deed.word()));
        if (from != null) {
            xml.start(Tidemark.FROM).href(from.href()).end();
        }
        if (revision != null) {
            xml.element(VersioningDraft.REVISIONID, RevisionId.of(revision));
        }
        xml.start(Rfc4918.RESOURCETYPE);
        if (path.slash()) {
            xml.empty(Rfc4918.COLLECTION);
        }
        xml.end().end();
    }
}
