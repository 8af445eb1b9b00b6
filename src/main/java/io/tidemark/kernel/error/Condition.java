package io.tidemark.kernel.error;

import java.util.List;
import javax.xml.namespace.QName;

/**
 * A precondition or postcondition that a request failed, as the body of a {@code DAV:error} element names it (RFC 4918,
 * section 16).
 *
 * @param name the condition element
 * @param details children of the condition element, each a name and its text, in order
 */
public record Condition(QName name, List<Detail> details) {

    private static final String DAV = "DAV:";

    /** A child of a condition element: {@code <name>text</name>}. */
    public record Detail(QName name, String text) {}

    /** A condition of the {@code DAV:} namespace without children. */
    public static Condition dav(String localName) {
        return new Condition(new QName(DAV, localName), List.of());
    }

    /** A condition of Tidemark's own namespace without children. */
    public static Condition tidemark(String localName) {
        return new Condition(new QName("urn:tidemark:dav", localName), List.of());
    }

    /** This condition with a child. */
    public Condition with(QName child, String text) {
        return new Condition(name, List.of(new Detail(child, text)));
    }

    /** This condition with {@code DAV:href} children. */
    public Condition at(List<String> hrefs) {
        return new Condition(
                name,
                hrefs.stream()
                        .map(href -> new Detail(new QName(DAV, "href"), href))
                        .toList());
    }
}
