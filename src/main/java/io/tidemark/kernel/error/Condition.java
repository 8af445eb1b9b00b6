package io.tidemark.kernel.error;

import java.util.List;
import javax.xml.namespace.QName;

/**
 * A precondition or postcondition that a request failed, as the body of a {@code DAV:error} element names it (RFC 4918,
 * section 16).
 *
 * @param name the condition element
 * @param details children of the condition element, in order
 */
public record Condition(QName name, List<Detail> details) {

    private static final String DAV = "DAV:";

    /** What a condition element holds: an element with text, or with children. */
    public record Detail(QName name, String text, List<Detail> children) {

        /** An element with text: {@code <name>text</name>}. */
        public Detail(QName name, String text) {
            this(name, text, List.of());
        }

        /** An element with children. */
        public Detail(QName name, List<Detail> children) {
            this(name, "", children);
        }
    }

    /** A condition of the {@code DAV:} namespace without children. */
    public static Condition dav(String localName) {
        return new Condition(new QName(DAV, localName), List.of());
    }

    /** A condition of Tidemark's own namespace without children. */
    public static Condition tidemark(String localName) {
        return new Condition(new QName("urn:tidemark:dav", localName), List.of());
    }

    /** RFC 3744, section 7.1.1: the caller lacks a privilege on the resource with that URL. */
    public static Condition needPrivileges(String href, QName privilege) {
        Detail missing = new Detail(new QName(DAV, "privilege"), List.of(new Detail(privilege, List.of())));
        Detail resource =
                new Detail(new QName(DAV, "resource"), List.of(new Detail(new QName(DAV, "href"), href), missing));
        return new Condition(new QName(DAV, "need-privileges"), List.of(resource));
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
