package io.tidemark.kernel.xml;

import javax.xml.namespace.QName;

/** The vocabulary of the first WebDAV versioning draft (seed V), as far as RFC 3253 does not have the same words. */
public final class VersioningDraft {

    /** {@code isversioned}. */
    public static final QName ISVERSIONED = name("isversioned");

    /** {@code isautoversioned}. */
    public static final QName ISAUTOVERSIONED = name("isautoversioned");

    /** {@code autoversion}. */
    public static final QName AUTOVERSION = name("autoversion");

    /** {@code revisionid}. */
    public static final QName REVISIONID = name("revisionid");

    /** {@code revisionurl}. */
    public static final QName REVISIONURL = name("revisionurl");

    /** {@code vresourceid}. */
    public static final QName VRESOURCEID = name("vresourceid");

    /** {@code previousrevisionids}. */
    public static final QName PREVIOUSREVISIONIDS = name("previousrevisionids");

    /** {@code distinguishedpredecessorid}. */
    public static final QName DISTINGUISHEDPREDECESSORID = name("distinguishedpredecessorid");

    /** {@code nextrevisionids}. */
    public static final QName NEXTREVISIONIDS = name("nextrevisionids");

    /** {@code mergedfromunion}. */
    public static final QName MERGEDFROMUNION = name("mergedfromunion");

    /** {@code author}. */
    public static final QName AUTHOR = name("author");

    /** {@code lastcheckin}. */
    public static final QName LASTCHECKIN = name("lastcheckin");

    /** {@code hasthawed}. */
    public static final QName HASTHAWED = name("hasthawed");

    /** {@code isthawed}. */
    public static final QName ISTHAWED = name("isthawed");

    /** {@code revisionlabel}. */
    public static final QName REVISIONLABEL = name("revisionlabel");

    /** {@code mergedfrom}. */
    public static final QName MERGEDFROM = name("mergedfrom");

    /** {@code mergedto}. */
    public static final QName MERGEDTO = name("mergedto");

    /** {@code revisioncomment}. */
    public static final QName REVISIONCOMMENT = name("revisioncomment");

    /** {@code canthaw}. */
    public static final QName CANTHAW = name("canthaw");

    /** {@code branchid}. */
    public static final QName BRANCHID = name("branchid");

    /** {@code isdeleted}. */
    public static final QName ISDELETED = name("isdeleted");

    /** {@code maxrevisions}. */
    public static final QName MAXREVISIONS = name("maxrevisions");

    /** {@code availablereports}. */
    public static final QName AVAILABLEREPORTS = name("availablereports");

    /** {@code report}. */
    public static final QName REPORT = name("report");

    /** {@code defaulthistory}. */
    public static final QName DEFAULTHISTORY = name("defaulthistory");

    /** {@code directlineage}. */
    public static final QName DIRECTLINEAGE = name("directlineage");

    /** {@code fulllineage}. */
    public static final QName FULLLINEAGE = name("fulllineage");

    /** {@code derivedfrom}. */
    public static final QName DERIVEDFROM = name("derivedfrom");

    /** {@code versioning}. */
    public static final QName VERSIONING = name("versioning");

    /** {@code versioningenabled}. */
    public static final QName VERSIONINGENABLED = name("versioningenabled");

    /** {@code autoversioning}. */
    public static final QName AUTOVERSIONING = name("autoversioning");

    /** {@code setdefault}. */
    public static final QName SETDEFAULT = name("setdefault");

    /** {@code none}. */
    public static final QName NONE = name("none");

    /** {@code branch}. */
    public static final QName BRANCH = name("branch");

    /** {@code branchlabel}. */
    public static final QName BRANCHLABEL = name("branchlabel");

    /** {@code comment}. */
    public static final QName COMMENT = name("comment");

    /** {@code checkout}. */
    public static final QName CHECKOUT = name("checkout");

    /** {@code checkin}. */
    public static final QName CHECKIN = name("checkin");

    /** {@code uncheckout}. */
    public static final QName UNCHECKOUT = name("uncheckout");

    /** {@code keepcheckedout}. */
    public static final QName KEEPCHECKEDOUT = name("keepcheckedout");

    /** {@code activecheckouts}. */
    public static final QName ACTIVECHECKOUTS = name("activecheckouts");

    /** {@code workingcopy}. */
    public static final QName WORKINGCOPY = name("workingcopy");

    /** {@code wrlocktype}. */
    public static final QName WRLOCKTYPE = name("wrlocktype");

    /** {@code wrlockscope}. */
    public static final QName WRLOCKSCOPE = name("wrlockscope");

    /** {@code revisionlocktype}. */
    public static final QName REVISIONLOCKTYPE = name("revisionlocktype");

    /** {@code revisionlockscope}. */
    public static final QName REVISIONLOCKSCOPE = name("revisionlockscope");

    /** {@code branchlocktype}. */
    public static final QName BRANCHLOCKTYPE = name("branchlocktype");

    /** {@code branchlockscope}. */
    public static final QName BRANCHLOCKSCOPE = name("branchlockscope");

    /** {@code vrlocktype}. */
    public static final QName VRLOCKTYPE = name("vrlocktype");

    /** {@code vrlockscope}. */
    public static final QName VRLOCKSCOPE = name("vrlockscope");

    private VersioningDraft() {}

    private static QName name(String localName) {
        return new QName(Rfc4918.NAMESPACE, localName);
    }
}
