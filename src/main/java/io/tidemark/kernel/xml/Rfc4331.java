package io.tidemark.kernel.xml;

import javax.xml.namespace.QName;

/** The vocabulary of RFC 4331, Quota and Size Properties. */
public final class Rfc4331 {

    /** {@code quota-available-bytes}. */
    public static final QName QUOTA_AVAILABLE_BYTES = name("quota-available-bytes");

    /** {@code quota-used-bytes}. */
    public static final QName QUOTA_USED_BYTES = name("quota-used-bytes");

    private Rfc4331() {}

    private static QName name(String localName) {
        return new QName(Rfc4918.NAMESPACE, localName);
    }
}
