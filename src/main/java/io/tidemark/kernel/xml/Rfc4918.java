package io.tidemark.kernel.xml;

import javax.xml.namespace.QName;

/** The vocabulary of RFC 4918, HTTP Extensions for WebDAV, and of its properties. */
public final class Rfc4918 {

    /** The namespace of every name that a specification of WebDAV defines. */
    public static final String NAMESPACE = "DAV:";

    /** {@code multistatus}. */
    public static final QName MULTISTATUS = name("multistatus");

    /** {@code response}. */
    public static final QName RESPONSE = name("response");

    /** {@code propstat}. */
    public static final QName PROPSTAT = name("propstat");

    /** {@code prop}. */
    public static final QName PROP = name("prop");

    /** {@code status}. */
    public static final QName STATUS = name("status");

    /** {@code href}. */
    public static final QName HREF = name("href");

    /** {@code error}. */
    public static final QName ERROR = name("error");

    /** {@code location}. */
    public static final QName LOCATION = name("location");

    /** {@code responsedescription}. */
    public static final QName RESPONSEDESCRIPTION = name("responsedescription");

    /** {@code propfind}. */
    public static final QName PROPFIND = name("propfind");

    /** {@code propname}. */
    public static final QName PROPNAME = name("propname");

    /** {@code allprop}. */
    public static final QName ALLPROP = name("allprop");

    /** {@code include}. */
    public static final QName INCLUDE = name("include");

    /** {@code propertyupdate}. */
    public static final QName PROPERTYUPDATE = name("propertyupdate");

    /** {@code set}. */
    public static final QName SET = name("set");

    /** {@code remove}. */
    public static final QName REMOVE = name("remove");

    /** {@code lockinfo}. */
    public static final QName LOCKINFO = name("lockinfo");

    /** {@code lockscope}. */
    public static final QName LOCKSCOPE = name("lockscope");

    /** {@code locktype}. */
    public static final QName LOCKTYPE = name("locktype");

    /** {@code exclusive}. */
    public static final QName EXCLUSIVE = name("exclusive");

    /** {@code shared}. */
    public static final QName SHARED = name("shared");

    /** {@code write}. */
    public static final QName WRITE = name("write");

    /** {@code owner}. */
    public static final QName OWNER = name("owner");

    /** {@code activelock}. */
    public static final QName ACTIVELOCK = name("activelock");

    /** {@code depth}. */
    public static final QName DEPTH = name("depth");

    /** {@code timeout}. */
    public static final QName TIMEOUT = name("timeout");

    /** {@code locktoken}. */
    public static final QName LOCKTOKEN = name("locktoken");

    /** {@code lockroot}. */
    public static final QName LOCKROOT = name("lockroot");

    /** {@code lockentry}. */
    public static final QName LOCKENTRY = name("lockentry");

    /** {@code collection}. */
    public static final QName COLLECTION = name("collection");

    /** {@code creationdate}. */
    public static final QName CREATIONDATE = name("creationdate");

    /** {@code displayname}. */
    public static final QName DISPLAYNAME = name("displayname");

    /** {@code getcontentlanguage}. */
    public static final QName GETCONTENTLANGUAGE = name("getcontentlanguage");

    /** {@code getcontentlength}. */
    public static final QName GETCONTENTLENGTH = name("getcontentlength");

    /** {@code getcontenttype}. */
    public static final QName GETCONTENTTYPE = name("getcontenttype");

    /** {@code getetag}. */
    public static final QName GETETAG = name("getetag");

    /** {@code getlastmodified}. */
    public static final QName GETLASTMODIFIED = name("getlastmodified");

    /** {@code lockdiscovery}. */
    public static final QName LOCKDISCOVERY = name("lockdiscovery");

    /** {@code resourcetype}. */
    public static final QName RESOURCETYPE = name("resourcetype");

    /** {@code supportedlock}. */
    public static final QName SUPPORTEDLOCK = name("supportedlock");

    private Rfc4918() {}

    private static QName name(String localName) {
        return new QName(NAMESPACE, localName);
    }
}
