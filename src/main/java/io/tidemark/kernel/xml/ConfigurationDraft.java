package io.tidemark.kernel.xml;

import javax.xml.namespace.QName;

/** The vocabulary of configurations, checkin sets and version maps (seed V, sections 6 to 11). */
public final class ConfigurationDraft {

    /** {@code createconfiguration}. */
    public static final QName CREATECONFIGURATION = name("createconfiguration");

    /** {@code configurationtype}. */
    public static final QName CONFIGURATIONTYPE = name("configurationtype");

    /** {@code derivedfrom}. */
    public static final QName DERIVEDFROM = name("derivedfrom");

    /** {@code inheritancetype}. */
    public static final QName INHERITANCETYPE = name("inheritancetype");

    /** {@code inherit}. */
    public static final QName INHERIT = name("inherit");

    /** {@code basetime}. */
    public static final QName BASETIME = name("basetime");

    /** {@code resolutionqueue}. */
    public static final QName RESOLUTIONQUEUE = name("resolutionqueue");

    /** {@code resolutionitem}. */
    public static final QName RESOLUTIONITEM = name("resolutionitem");

    /** {@code resolutiontype}. */
    public static final QName RESOLUTIONTYPE = name("resolutiontype");

    /** {@code conflict}. */
    public static final QName CONFLICT = name("conflict");

    /** {@code update}. */
    public static final QName UPDATE = name("update");

    /** {@code resource}. */
    public static final QName RESOURCE = name("resource");

    /** {@code newversion}. */
    public static final QName NEWVERSION = name("newversion");

    /** {@code checkinsetroot}. */
    public static final QName CHECKINSETROOT = name("checkinsetroot");

    /** {@code rsrtypes}. */
    public static final QName RSRTYPES = name("rsrtypes");

    /** {@code basicrsr}. */
    public static final QName BASICRSR = name("basicrsr");

    /** {@code basicdynamicconfig}. */
    public static final QName BASICDYNAMICCONFIG = name("basicdynamicconfig");

    /** {@code selectionrule}. */
    public static final QName SELECTIONRULE = name("selectionrule");

    /** {@code defaultconfiguration}. */
    public static final QName DEFAULTCONFIGURATION = name("defaultconfiguration");

    /** {@code options}. */
    public static final QName OPTIONS = name("options");

    /** {@code verinfo}. */
    public static final QName VERINFO = name("verinfo");

    /** {@code configroot}. */
    public static final QName CONFIGROOT = name("configroot");

    /** {@code mapstyles}. */
    public static final QName MAPSTYLES = name("mapstyles");

    /** {@code mapstyle}. */
    public static final QName MAPSTYLE = name("mapstyle");

    /** {@code condense}. */
    public static final QName CONDENSE = name("condense");

    /** {@code keep}. */
    public static final QName KEEP = name("keep");

    /** {@code closed}. */
    public static final QName CLOSED = name("closed");

    /** {@code checkinid}. */
    public static final QName CHECKINID = name("checkinid");

    /** {@code configurationmap}. */
    public static final QName CONFIGURATIONMAP = name("configurationmap");

    /** {@code revisionmap}. */
    public static final QName REVISIONMAP = name("revisionmap");

    /** {@code configurationderivation}. */
    public static final QName CONFIGURATIONDERIVATION = name("configurationderivation");

    /** {@code configurationmerge}. */
    public static final QName CONFIGURATIONMERGE = name("configurationmerge");

    /** {@code and}. */
    public static final QName AND = name("and");

    /** {@code or}. */
    public static final QName OR = name("or");

    /** {@code not}. */
    public static final QName NOT = name("not");

    /** {@code label}. */
    public static final QName LABEL = name("label");

    /** {@code tip}. */
    public static final QName TIP = name("tip");

    /** {@code configurationid}. */
    public static final QName CONFIGURATIONID = name("configurationid");

    /** {@code depth}. */
    public static final QName DEPTH = name("depth");

    /** {@code maproot}, which the draft has no name for. */
    public static final QName MAPROOT = new QName(Tidemark.NAMESPACE, "maproot");

    private ConfigurationDraft() {}

    private static QName name(String local) {
        return new QName(Rfc4918.NAMESPACE, local);
    }
}
