package io.tidemark.kernel.xml;

import javax.xml.namespace.QName;

/** The vocabulary of RFC 5842, Binding Extensions. */
public final class Rfc5842 {

    /** {@code bind}. */
    public static final QName BIND = name("bind");

    /** {@code unbind}. */
    public static final QName UNBIND = name("unbind");

    /** {@code rebind}. */
    public static final QName REBIND = name("rebind");

    /** {@code segment}. */
    public static final QName SEGMENT = name("segment");

    /** {@code resource-id}. */
    public static final QName RESOURCE_ID = name("resource-id");

    /** {@code parent-set}. */
    public static final QName PARENT_SET = name("parent-set");

    /** {@code parent}. */
    public static final QName PARENT = name("parent");

    private Rfc5842() {}

    private static QName name(String localName) {
        return new QName(Rfc4918.NAMESPACE, localName);
    }
}
