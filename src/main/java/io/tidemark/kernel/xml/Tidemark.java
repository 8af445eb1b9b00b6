package io.tidemark.kernel.xml;

import javax.xml.namespace.QName;

/** Tidemark's own vocabulary, for what no specification names. */
public final class Tidemark {

    /** The namespace of names that no specification defines. */
    public static final String NAMESPACE = "urn:tidemark:dav";

    /** {@code sync-boundary}. */
    public static final QName SYNC_BOUNDARY = name("sync-boundary");

    /** {@code quota-limit-bytes}. */
    public static final QName QUOTA_LIMIT_BYTES = name("quota-limit-bytes");

    /** {@code moved-from}. */
    public static final QName MOVED_FROM = name("moved-from");

    /** {@code import}: what an import did. */
    public static final QName IMPORT = name("import");

    /** {@code import-stopped}: why an import ended before its archive, and what it did until then. */
    public static final QName IMPORT_STOPPED = name("import-stopped");

    /** {@code skipped-name}: an entry of an archive that is neither a file nor a collection. */
    public static final QName SKIPPED_NAME = name("skipped-name");

    /** {@code app-password}: a password for one client, as a request body, an answer and a property. */
    public static final QName APP_PASSWORD = name("app-password");

    /** {@code app-passwords}: the resource type of the collection of a user's app passwords. */
    public static final QName APP_PASSWORDS = name("app-passwords");

    /** {@code name}: what a user calls an app password. */
    public static final QName NAME = name("name");

    /** {@code user}: the user name to send with an app password. */
    public static final QName USER = name("user");

    /** {@code secret}: the app password itself. */
    public static final QName SECRET = name("secret");

    /** {@code created}: when an app password was made. */
    public static final QName CREATED = name("created");

    /** {@code expires}: until when an app password is good. */
    public static final QName EXPIRES = name("expires");

    /** {@code last-used}: when an app password was last used. */
    public static final QName LAST_USED = name("last-used");

    /** {@code read-only}: that an app password is good for reading only. */
    public static final QName READ_ONLY = name("read-only");

    private Tidemark() {}

    private static QName name(String localName) {
        return new QName(NAMESPACE, localName);
    }
}
