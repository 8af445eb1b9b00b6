package io.tidemark.kernel.xml;

import javax.xml.namespace.QName;

/** The vocabulary of RFC 5689, Extended MKCOL. */
public final class Rfc5689 {

    /** {@code mkcol}. */
    public static final QName MKCOL = name("mkcol");

    /** {@code mkcol-response}. */
    public static final QName MKCOL_RESPONSE = name("mkcol-response");

    private Rfc5689() {}

    private static QName name(String localName) {
        return new QName(Rfc4918.NAMESPACE, localName);
    }
}
