package io.tidemark.kernel.xml;

import io.tidemark.kernel.error.Condition;
import java.io.Closeable;
import java.io.OutputStream;
import java.util.Collection;
import java.util.function.Consumer;
import javax.xml.namespace.QName;
import org.jspecify.annotations.Nullable;

/** Writes a {@code DAV:multistatus} body response by response (RFC 4918, section 13), holding none of them. */
public final class MultistatusWriter implements Closeable {

    private final XmlWriter xml;

    /** Opens the multistatus on {@code out}, which it closes when it is closed. */
    public MultistatusWriter(OutputStream out) {
        this(out, Rfc4918.MULTISTATUS);
    }

    /** The same for an answer that has the parts of a multistatus in another root element. */
    public MultistatusWriter(OutputStream out, QName root) {
        this.xml = new XmlWriter(out).root(root);
    }

    /** Writes a response about a whole resource: a status, and the condition that explains it if there is one. */
    public void response(String href, int status, @Nullable Condition condition) {
        xml.start(Rfc4918.RESPONSE).href(href).element(Rfc4918.STATUS, StatusLine.of(status));
        if (condition != null) {
            error(condition);
        }
        xml.end();
    }

    /** Writes a response that holds property statuses, which {@code body} writes with {@link #propstat}. */
    public void response(String href, Runnable body) {
        xml.start(Rfc4918.RESPONSE).href(href);
        body.run();
        xml.end();
    }

    /** Inside a response: the properties that share a status. {@code properties} writes the elements themselves. */
    public void propstat(int status, Consumer<XmlWriter> properties) {
        xml.start(Rfc4918.PROPSTAT).start(Rfc4918.PROP);
        properties.accept(xml);
        xml.end().element(Rfc4918.STATUS, StatusLine.of(status)).end();
    }

    /** Inside a response: names of properties that share a status, and the condition that explains it. */
    public void propstat(int status, Collection<QName> names, @Nullable Condition condition) {
        xml.start(Rfc4918.PROPSTAT).start(Rfc4918.PROP);
        names.forEach(xml::empty);
        xml.end().element(Rfc4918.STATUS, StatusLine.of(status));
        if (condition != null) {
            error(condition);
        }
        xml.end();
    }

    /** The writer below, for what a report adds after the responses. */
    public XmlWriter xml() {
        return xml;
    }

    /** Sends what is written so far. */
    public void flush() {
        xml.flush();
    }

    @Override
    public void close() {
        xml.close();
    }

    private void error(Condition condition) {
        xml.start(Rfc4918.ERROR);
        write(condition, xml);
        xml.end();
    }

    /** Writes a condition element with its details. */
    public static void write(Condition condition, XmlWriter xml) {
        if (condition.details().isEmpty()) {
            xml.empty(condition.name());
            return;
        }
        xml.start(condition.name());
        condition.details().forEach(detail -> write(detail, xml));
        xml.end();
    }

    private static void write(Condition.Detail detail, XmlWriter xml) {
        if (detail.children().isEmpty() && detail.text().isEmpty()) {
            xml.empty(detail.name());
            return;
        }
        xml.start(detail.name()).text(detail.text());
        detail.children().forEach(child -> write(child, xml));
        xml.end();
    }
}
