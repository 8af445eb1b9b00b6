package io.tidemark.kernel.xml;

import javax.xml.namespace.QName;

/** What clients of ownCloud and Nextcloud ask for. */
public final class Owncloud {

    private static final String NAMESPACE = "http://owncloud.org/ns";

    /** {@code checksums}. */
    public static final QName CHECKSUMS = new QName(NAMESPACE, "checksums");

    /** {@code checksum}. */
    public static final QName CHECKSUM = new QName(NAMESPACE, "checksum");

    private Owncloud() {}
}
