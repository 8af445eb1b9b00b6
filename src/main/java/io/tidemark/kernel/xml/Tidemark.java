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

    /** {@code import}: what an import did. */
    public static final QName IMPORT = name("import");

    /** {@code import-stopped}: why an import ended before its archive, and what it did until then. */
    public static final QName IMPORT_STOPPED = name("import-stopped");

    /** {@code skipped-name}: an entry of an archive that is neither a file nor a collection. */
    public static final QName SKIPPED_NAME = name("skipped-name");

    private Tidemark() {}

    private static QName name(String localName) {
        return new QName(NAMESPACE, localName);
    }
}
