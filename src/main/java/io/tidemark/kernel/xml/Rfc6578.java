package io.tidemark.kernel.xml;

import javax.xml.namespace.QName;

/** The vocabulary of RFC 6578, Collection Synchronization. */
public final class Rfc6578 {

    /** {@code sync-collection}. */
    public static final QName SYNC_COLLECTION = name("sync-collection");

    /** {@code sync-token}. */
    public static final QName SYNC_TOKEN = name("sync-token");

    /** {@code sync-level}. */
    public static final QName SYNC_LEVEL = name("sync-level");

    /** {@code limit}. */
    public static final QName LIMIT = name("limit");

    /** {@code nresults}. */
    public static final QName NRESULTS = name("nresults");

    private Rfc6578() {}

    private static QName name(String localName) {
        return new QName(Rfc4918.NAMESPACE, localName);
    }
}
