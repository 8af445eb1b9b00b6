package io.tidemark.history;

import io.tidemark.kernel.http.DavPath;
import io.tidemark.kernel.http.RevisionId;
import io.tidemark.kernel.xml.Rfc4918;
import io.tidemark.kernel.xml.Rfc5842;
import io.tidemark.kernel.xml.Tidemark;
import io.tidemark.kernel.xml.VersioningDraft;
import io.tidemark.kernel.xml.XmlWriter;
import io.tidemark.namespace.ResourceView;
import java.util.List;
import java.util.Locale;
import javax.xml.namespace.QName;
import org.jspecify.annotations.Nullable;

/**
 * How a member differs between two states.
 *
 * @param place where it comes among the differences: the names in the new state, if it were there
 * @param names where it is, below what is compared; where it was, if it is gone
 * @param before what it was; null for what was not there
 * @param after what it is; null for what is gone
 * @param from of what was moved, where it was
 * @param replaced whether one resource went and another came
 */
record Difference(
        List<String> place,
        List<String> names,
        Kind kind,
        @Nullable PastMember before,
        @Nullable PastMember after,
        @Nullable DavPath from,
        boolean replaced) {

    /** In which way. */
    enum Kind {
        ADDED,
        REMOVED,
        MODIFIED,
        PROPERTIES,
        MOVED
    }

    /** Whether what it is, or was, is a collection. */
    boolean isCollection() {
        PastMember shown = after == null ? before : after;
        return shown != null && shown.target().isCollection();
    }

    /** Writes what a response says of it. */
    void write(XmlWriter xml) {
        xml.element(Tidemark.DIFFERENCE, kind.name().toLowerCase(Locale.ROOT));
        if (from != null) {
            xml.start(Tidemark.FROM).href(from.href()).end();
        }
        side(Tidemark.OLD, before, xml);
        side(Tidemark.NEW, after, xml);
    }

    private void side(QName name, @Nullable PastMember member, XmlWriter xml) {
        if (member == null) {
            return;
        }
        ResourceView view = member.target().mapped();
        xml.start(name);
        if (replaced) {
            xml.start(Rfc5842.RESOURCE_ID).href("urn:uuid:" + view.id()).end();
        }
        if (!member.contentKept()) {
            xml.empty(Tidemark.CONTENT_NOT_KEPT);
        } else {
            if (view.shownRevision() > 0) {
                xml.element(VersioningDraft.REVISIONID, RevisionId.of(view.shownRevision()));
            }
            if (!view.collection()) {
                xml.element(Rfc4918.GETETAG, view.body().entityTag().toString());
                xml.element(Rfc4918.GETCONTENTLENGTH, Long.toString(view.length()));
            }
        }
        xml.end();
    }
}
