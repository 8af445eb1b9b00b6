package io.tidemark.kernel.xml;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;
import javax.xml.namespace.QName;
import org.jspecify.annotations.Nullable;

/**
 * Writes XML to a stream as it comes, in UTF-8. It knows the two namespaces that nearly every name of an answer is in,
 * and puts stored XML in as it stands, which no writer of the platform can; a listing of 100,000 members spends its time
 * here. Failures of the stream surface as {@link UncheckedIOException}, so that properties can write from lambdas.
 */
public final class XmlWriter implements Closeable {

    private static final int FLUSH_AT = 32 * 1024;
    private static final String OWN_PREFIXES =
            " xmlns:D=\"" + Rfc4918.NAMESPACE + "\" xmlns:T=\"" + Tidemark.NAMESPACE + "\"";

    private final OutputStream out;
    private final StringBuilder buffer = new StringBuilder(FLUSH_AT + 8 * 1024);
    private final Deque<String> open = new ArrayDeque<>();
    private final @Nullable Spelling spelling = Spelling.current();
    private @Nullable Consumer<CharSequence> insteadOfHrefs;
    private boolean amongForeignPrefixes;
    private long drained;

    /** A writer to {@code out}, which it closes when it is closed. */
    public XmlWriter(OutputStream out) {
        this.out = out;
    }

    /** Writes the XML declaration and opens the root element, with the prefixes of all that follows. */
    public XmlWriter root(QName name) {
        buffer.append("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<");
        String tag = tag(name);
        buffer.append(tag).append(OWN_PREFIXES).append('>');
        open.push(tag);
        return this;
    }

    /** Opens an element. */
    public XmlWriter start(QName name) {
        String tag = startTag(name);
        buffer.append('>');
        open.push(tag);
        flushWhenFull();
        return this;
    }

    /** Opens an element with one attribute. */
    public XmlWriter startWith(QName name, String attribute, CharSequence value) {
        String tag = startTag(name);
        buffer.append(' ').append(attribute).append("=\"");
        Escape.attribute(value, buffer);
        buffer.append("\">");
        open.push(tag);
        return this;
    }

    /** Closes the element that was opened last. */
    public XmlWriter end() {
        buffer.append("</").append(open.pop()).append('>');
        return this;
    }

    /** Writes an element without content. */
    public XmlWriter empty(QName name) {
        startTag(name);
        buffer.append("/>");
        return this;
    }

    /** Writes an element without content but with one attribute. */
    public XmlWriter emptyWith(QName name, String attribute, CharSequence value) {
        startTag(name);
        buffer.append(' ').append(attribute).append("=\"");
        Escape.attribute(value, buffer);
        buffer.append("\"/>");
        return this;
    }

    /** Writes an element that holds text. */
    public XmlWriter element(QName name, CharSequence text) {
        return start(name).text(text).end();
    }

    /** Writes {@code DAV:href} with an already percent-encoded URL, a path in the {@link Spelling} of the request. */
    public XmlWriter href(CharSequence url) {
        Consumer<CharSequence> instead = insteadOfHrefs;
        if (instead == null) {
            return element(Rfc4918.HREF, spelling == null ? url : spelling.of(url.toString()));
        }
        insteadOfHrefs = null;
        instead.accept(url);
        insteadOfHrefs = instead;
        return this;
    }

    /** Runs {@code body}, and has something else written where that writes a {@code DAV:href}. */
    public void replacingHrefs(Consumer<CharSequence> instead, Runnable body) {
        Consumer<CharSequence> outer = insteadOfHrefs;
        insteadOfHrefs = instead;
        body.run();
        insteadOfHrefs = outer;
    }

    /** Writes text, escaped. */
    public XmlWriter text(CharSequence text) {
        Escape.text(text, buffer);
        return this;
    }

    /** Writes XML as it stands: an element that {@link XmlElement#toXml} made. */
    public XmlWriter raw(String xml) {
        buffer.append(xml);
        flushWhenFull();
        return this;
    }

    /** Writes an element that somebody else's prefixes are in; each {@code DAV:href} inside it by {@link #href}. */
    public XmlWriter foreign(XmlElement element) {
        element.write(buffer, url -> {
            amongForeignPrefixes = true;
            href(url);
            amongForeignPrefixes = false;
        });
        flushWhenFull();
        return this;
    }

    /** Sends what is written so far on its way to the client. */
    public void flush() {
        drain();
        try {
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Closes every open element, and the stream. */
    @Override
    public void close() {
        while (!open.isEmpty()) {
            end();
        }
        drain();
        try {
            out.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String startTag(QName name) {
        String tag = tag(name);
        buffer.append('<').append(tag);
        if (amongForeignPrefixes) {
            amongForeignPrefixes = false;
            buffer.append(OWN_PREFIXES).append(" xmlns=\"\"");
        }
        if (tag.startsWith("x:")) {
            buffer.append(" xmlns:x=\"");
            Escape.attribute(name.getNamespaceURI(), buffer);
            buffer.append('"');
        }
        return tag;
    }

    private static String tag(QName name) {
        return switch (name.getNamespaceURI()) {
            case Rfc4918.NAMESPACE -> "D:".concat(name.getLocalPart());
            case Tidemark.NAMESPACE -> "T:".concat(name.getLocalPart());
            case "" -> name.getLocalPart();
            default -> "x:".concat(name.getLocalPart());
        };
    }

    private void flushWhenFull() {
        if (buffer.length() >= FLUSH_AT) {
            drain();
        }
    }

    /** How many characters have been written. */
    public long length() {
        return drained + buffer.length();
    }

    private void drain() {
        drained += buffer.length();
        try {
            out.write(buffer.toString().getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        buffer.setLength(0);
    }
}
