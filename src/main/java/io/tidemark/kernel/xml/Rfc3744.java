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

    /** {@code authenticated}. */
    public static final QName AUTHENTICATED = name("authenticated");

    /** {@code all}: every principal, and every privilege. */
    public static final QName ALL = name("all");

    /** {@code property}. */
    public static final QName PROPERTY = name("property");

    /** {@code acl}. */
    public static final QName ACL = name("acl");

    /** {@code ace}. */
    public static final QName ACE = name("ace");

    /** {@code grant}. */
    public static final QName GRANT = name("grant");

    /** {@code deny}. */
    public static final QName DENY = name("deny");

    /** {@code invert}. */
    public static final QName INVERT = name("invert");

    /** {@code protected}. */
    public static final QName PROTECTED = name("protected");

    /** {@code inherited}. */
    public static final QName INHERITED = name("inherited");

    /** {@code privilege}. */
    public static final QName PRIVILEGE = name("privilege");

    /** {@code read}. */
    public static final QName READ = name("read");

    /** {@code write}. */
    public static final QName WRITE = name("write");

    /** {@code read-acl}. */
    public static final QName READ_ACL = name("read-acl");

    /** {@code write-acl}. */
    public static final QName WRITE_ACL = name("write-acl");

    /** {@code read-current-user-privilege-set}, a part of {@link #READ}. */
    public static final QName READ_CURRENT_USER_PRIVILEGE_SET = name("read-current-user-privilege-set");

    /** {@code write-properties}, a part of {@link #WRITE}. */
    public static final QName WRITE_PROPERTIES = name("write-properties");

    /** {@code write-content}, a part of {@link #WRITE}. */
    public static final QName WRITE_CONTENT = name("write-content");

    /** {@code bind}, a part of {@link #WRITE}. */
    public static final QName BIND = name("bind");

    /** {@code unbind}, a part of {@link #WRITE}. */
    public static final QName UNBIND = name("unbind");

    /** {@code supported-privilege-set}. */
    public static final QName SUPPORTED_PRIVILEGE_SET = name("supported-privilege-set");

    /** {@code supported-privilege}. */
    public static final QName SUPPORTED_PRIVILEGE = name("supported-privilege");

    /** {@code abstract}. */
    public static final QName ABSTRACT = name("abstract");

    /** {@code description}. */
    public static final QName DESCRIPTION = name("description");

    /** {@code current-user-privilege-set}. */
    public static final QName CURRENT_USER_PRIVILEGE_SET = name("current-user-privilege-set");

    /** {@code acl-restrictions}. */
    public static final QName ACL_RESTRICTIONS = name("acl-restrictions");

    /** {@code grant-only}. */
    public static final QName GRANT_ONLY = name("grant-only");

    /** {@code no-invert}. */
    public static final QName NO_INVERT = name("no-invert");

    /** {@code principal-collection-set}. */
    public static final QName PRINCIPAL_COLLECTION_SET = name("principal-collection-set");

    /** {@code principal-URL}. */
    public static final QName PRINCIPAL_URL = name("principal-URL");

    /** {@code alternate-URI-set}. */
    public static final QName ALTERNATE_URI_SET = name("alternate-URI-set");

    /** {@code group-membership}. */
    public static final QName GROUP_MEMBERSHIP = name("group-membership");

    /** {@code acl-principal-prop-set}, a report. */
    public static final QName ACL_PRINCIPAL_PROP_SET = name("acl-principal-prop-set");

    /** {@code principal-match}, a report. */
    public static final QName PRINCIPAL_MATCH = name("principal-match");

    /** {@code principal-property}. */
    public static final QName PRINCIPAL_PROPERTY = name("principal-property");

    /** {@code self}. */
    public static final QName SELF = name("self");

    /** {@code principal-property-search}, a report. */
    public static final QName PRINCIPAL_PROPERTY_SEARCH = name("principal-property-search");

    /** {@code property-search}. */
    public static final QName PROPERTY_SEARCH = name("property-search");

    /** {@code match}. */
    public static final QName MATCH = name("match");

    /** {@code principal-search-property-set}, a report. */
    public static final QName PRINCIPAL_SEARCH_PROPERTY_SET = name("principal-search-property-set");

    /** {@code principal-search-property}. */
    public static final QName PRINCIPAL_SEARCH_PROPERTY = name("principal-search-property");

    /** {@code resource}, inside {@code need-privileges}. */
    public static final QName RESOURCE = name("resource");

    private Rfc3744() {}

    private static QName name(String localName) {
        return new QName(Rfc4918.NAMESPACE, localName);
    }
}
