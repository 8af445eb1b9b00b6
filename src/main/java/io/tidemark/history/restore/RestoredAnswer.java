package io.tidemark.history.restore;

import io.tidemark.history.ChangeId;
import io.tidemark.kernel.xml.Rfc4918;
import io.tidemark.kernel.xml.Rfc5842;
import io.tidemark.kernel.xml.Tidemark;
import io.tidemark.kernel.xml.XmlWriter;
import io.tidemark.namespace.ResourceView;
import java.io.OutputStream;
import java.util.UUID;
import javax.xml.namespace.QName;

/** The answer to what goes back: {@code T:restored}. */
final class RestoredAnswer {

    private RestoredAnswer() {}

    static void write(Restored restored, OutputStream out) {
        try (XmlWriter xml = new XmlWriter(out)) {
            xml.root(Tidemark.RESTORED);
            restored.effects().forEach((kind, effects) -> xml.element(name(kind), Integer.toString(effects.count())));
            restored.effects().values().stream()
                    .flatMap(effects -> effects.first().stream())
                    .forEach(item -> write(item, xml));
            if (!restored.skipped().isEmpty()) {
                xml.start(Tidemark.SKIPPED);
                restored.skipped().forEach(xml::href);
                xml.end();
            }
            UUID change = restored.change();
            if (change != null) {
                xml.element(Tidemark.CHANGE, new ChangeId(change).toString());
            }
        }
    }

    private static QName name(Restored.Kind kind) {
        return switch (kind) {
            case ADDED -> Tidemark.ADDED;
            case REMOVED -> Tidemark.REMOVED;
            case MODIFIED -> Tidemark.MODIFIED;
            case MOVED -> Tidemark.MOVED;
        };
    }

    private static void write(Restored.Item item, XmlWriter xml) {
        ResourceView resource = item.at().mapped();
        xml.start(Tidemark.ITEM).href(item.at().href());
        xml.start(Rfc5842.RESOURCE_ID).href("urn:uuid:" + resource.id()).end();
        xml.element(Tidemark.WHAT, item.what());
        String from = item.from();
        if (from != null) {
            xml.start(Tidemark.FROM).href(from).end();
        }
        xml.start(Rfc4918.RESOURCETYPE);
        if (resource.collection()) {
            xml.empty(Rfc4918.COLLECTION);
        }
        xml.end();
        xml.end();
    }
}
