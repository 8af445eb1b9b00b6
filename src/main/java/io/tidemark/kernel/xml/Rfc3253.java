package io.tidemark.kernel.xml;

import javax.xml.namespace.QName;

/** The vocabulary of RFC 3253, Versioning Extensions to WebDAV. */
public final class Rfc3253 {

    /** {@code supported-report-set}. */
    public static final QName SUPPORTED_REPORT_SET = name("supported-report-set");

    /** {@code supported-report}. */
    public static final QName SUPPORTED_REPORT = name("supported-report");

    /** {@code report}. */
    public static final QName REPORT = name("report");

    /** {@code supported-method-set}. */
    public static final QName SUPPORTED_METHOD_SET = name("supported-method-set");

    /** {@code supported-method}. */
    public static final QName SUPPORTED_METHOD = name("supported-method");

    /** {@code supported-live-property-set}. */
    public static final QName SUPPORTED_LIVE_PROPERTY_SET = name("supported-live-property-set");

    /** {@code supported-live-property}. */
    public static final QName SUPPORTED_LIVE_PROPERTY = name("supported-live-property");

    private Rfc3253() {}

    private static QName name(String localName) {
        return new QName(Rfc4918.NAMESPACE, localName);
    }
}
