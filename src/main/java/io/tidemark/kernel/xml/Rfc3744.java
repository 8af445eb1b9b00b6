package io.tidemark.kernel.xml;

import javax.xml.namespace.QName;

/** The vocabulary of RFC 3744, WebDAV Access Control, and of RFC 5397. */
public final class Rfc3744 {

    /** {@code owner}. */
    public static final QName OWNER = name("owner");

    /** {@code current-user-principal}. */
    public static final QName CURRENT_USER_PRINCIPAL = name("current-user-principal");

    /** {@code principal}. */
    public static final QName PRINCIPAL = name("principal");

    /** {@code unauthenticated}. */
    public static final QName UNAUTHENTICATED = name("unauthenticated");

    private Rfc3744() {}

    private static QName name(String localName) {
        return new QName(Rfc4918.NAMESPACE, localName);
    }
}
