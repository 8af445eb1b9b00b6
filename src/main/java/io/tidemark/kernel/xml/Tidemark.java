package io.tidemark.kernel.xml;

import javax.xml.namespace.QName;

/** Tidemark's own vocabulary, for what no specification names. */
public final class Tidemark {

    /** The namespace of names that no specification defines. */
    public static final String NAMESPACE = "urn:tidemark:dav";

    /** {@code sync-boundary}. */
    public static final QName SYNC_BOUNDARY = name("sync-boundary");

    /** {@code moved-from}. */
    public static final QName MOVED_FROM = name("moved-from");

    private Tidemark() {}

    private static QName name(String localName) {
        return new QName(NAMESPACE, localName);
    }
}
