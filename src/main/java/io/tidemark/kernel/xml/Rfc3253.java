package io.tidemark.kernel.xml;

import javax.xml.namespace.QName;

/** The vocabulary of RFC 3253, Versioning Extensions to WebDAV. */
public final class Rfc3253 {

    /** {@code options-response}. */
    public static final QName OPTIONS_RESPONSE = name("options-response");

    /** {@code version-history-collection-set}. */
    public static final QName VERSION_HISTORY_COLLECTION_SET = name("version-history-collection-set");

    /** {@code workspace-collection-set}. */
    public static final QName WORKSPACE_COLLECTION_SET = name("workspace-collection-set");

    /** {@code activity-collection-set}. */
    public static final QName ACTIVITY_COLLECTION_SET = name("activity-collection-set");

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

    /** {@code checked-in}. */
    public static final QName CHECKED_IN = name("checked-in");

    /** {@code checked-out}. */
    public static final QName CHECKED_OUT = name("checked-out");

    /** {@code version-name}. */
    public static final QName VERSION_NAME = name("version-name");

    /** {@code version-history}. */
    public static final QName VERSION_HISTORY = name("version-history");

    /** {@code predecessor-set}. */
    public static final QName PREDECESSOR_SET = name("predecessor-set");

    /** {@code successor-set}. */
    public static final QName SUCCESSOR_SET = name("successor-set");

    /** {@code creator-displayname}. */
    public static final QName CREATOR_DISPLAYNAME = name("creator-displayname");

    /** {@code comment}. */
    public static final QName COMMENT = name("comment");

    /** {@code auto-version}. */
    public static final QName AUTO_VERSION = name("auto-version");

    /** {@code version-set}. */
    public static final QName VERSION_SET = name("version-set");

    /** {@code root-version}. */
    public static final QName ROOT_VERSION = name("root-version");

    /** {@code label-name-set}. */
    public static final QName LABEL_NAME_SET = name("label-name-set");

    /** {@code version-tree}. */
    public static final QName VERSION_TREE = name("version-tree");

    /** {@code expand-property}. */
    public static final QName EXPAND_PROPERTY = name("expand-property");

    /** {@code property}. */
    public static final QName PROPERTY = name("property");

    /** {@code checkout-checkin}. */
    public static final QName CHECKOUT_CHECKIN = name("checkout-checkin");

    /** {@code checkout-unlocked-checkin}. */
    public static final QName CHECKOUT_UNLOCKED_CHECKIN = name("checkout-unlocked-checkin");

    /** {@code locked-checkout}. */
    public static final QName LOCKED_CHECKOUT = name("locked-checkout");

    /** {@code keep-checked-out}. */
    public static final QName KEEP_CHECKED_OUT = name("keep-checked-out");

    /** {@code label}. */
    public static final QName LABEL = name("label");

    /** {@code label-name}. */
    public static final QName LABEL_NAME = name("label-name");

    /** {@code update}. */
    public static final QName UPDATE = name("update");

    /** {@code version}. */
    public static final QName VERSION = name("version");

    /** {@code fork-ok}. */
    public static final QName FORK_OK = name("fork-ok");

    /** {@code apply-to-version}. */
    public static final QName APPLY_TO_VERSION = name("apply-to-version");

    /** {@code checkout-fork}. */
    public static final QName CHECKOUT_FORK = name("checkout-fork");

    /** {@code checkin-fork}. */
    public static final QName CHECKIN_FORK = name("checkin-fork");

    /** {@code discouraged}. */
    public static final QName DISCOURAGED = name("discouraged");

    /** {@code forbidden}. */
    public static final QName FORBIDDEN = name("forbidden");

    /** {@code add}. */
    public static final QName ADD = name("add");

    /** {@code set}. */
    public static final QName SET = name("set");

    /** {@code remove}. */
    public static final QName REMOVE = name("remove");

    private Rfc3253() {}

    private static QName name(String localName) {
        return new QName(Rfc4918.NAMESPACE, localName);
    }
}
