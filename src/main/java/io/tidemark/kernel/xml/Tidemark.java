package io.tidemark.kernel.xml;

import javax.xml.namespace.QName;

/** Tidemark's own vocabulary, for what no specification names. */
public final class Tidemark {

    /** The namespace of names that no specification defines. */
    public static final String NAMESPACE = "urn:tidemark:dav";

    /** {@code sync-boundary}. */
    public static final QName SYNC_BOUNDARY = name("sync-boundary");

    /** {@code quota-limit-bytes}. */
    public static final QName QUOTA_LIMIT_BYTES = name("quota-limit-bytes");

    /** {@code moved-from}. */
    public static final QName MOVED_FROM = name("moved-from");

    /** {@code restored-from}. */
    public static final QName RESTORED_FROM = name("restored-from");

    /** {@code restore}: a body that lets a collection be what it was. */
    public static final QName RESTORE = name("restore");

    /** {@code undo}: a body that takes a change back. */
    public static final QName UNDO = name("undo");

    /** {@code preview}: that a body only asks what would be done. */
    public static final QName PREVIEW = name("preview");

    /** {@code skip}: that what cannot be brought back is left as it is. */
    public static final QName SKIP = name("skip");

    /** {@code to}: the state that is wanted, or that a comparison leads to. */
    public static final QName TO = name("to");

    /** {@code restored}: what going back has done. */
    public static final QName RESTORED = name("restored");

    /** {@code added}: how many members came back. */
    public static final QName ADDED = name("added");

    /** {@code removed}: how many members went. */
    public static final QName REMOVED = name("removed");

    /** {@code modified}: how many members show something else. */
    public static final QName MODIFIED = name("modified");

    /** {@code moved}: how many members have another name. */
    public static final QName MOVED = name("moved");

    /** {@code skipped}: what was left as it is. */
    public static final QName SKIPPED = name("skipped");

    /** {@code item}: a member that a change touched. */
    public static final QName ITEM = name("item");

    /** {@code what}: what a change did to a member. */
    public static final QName WHAT = name("what");

    /** {@code from}: what a member was called before; or the state that a comparison begins with. */
    public static final QName FROM = name("from");
    /** {@code open}. */
    public static final QName OPEN = name("open");

    /** {@code hold}: why a resource must stay as it is. */
    public static final QName HOLD = name("hold");

    /** {@code retention}: how long revisions stay, as a property; which would go now, as a report. */
    public static final QName RETENTION = name("retention");

    /** {@code session}: of an author's revisions that follow one another within it, the last stays. */
    public static final QName SESSION = name("session");

    /** {@code keep}: for how long one revision in each span stays. */
    public static final QName KEEP = name("keep");

    /** {@code file}: what would go of one file. */
    public static final QName FILE = name("file");

    /** {@code revisions}: how many. */
    public static final QName REVISIONS = name("revisions");

    /** {@code bytes}: how long their contents are together. */
    public static final QName BYTES = name("bytes");

    /** {@code rule}: by which of its rules a policy lets revisions go. */
    public static final QName RULE = name("rule");

    /** {@code import}: what an import did. */
    public static final QName IMPORT = name("import");

    /** {@code import-stopped}: why an import ended before its archive, and what it did until then. */
    public static final QName IMPORT_STOPPED = name("import-stopped");

    /** {@code skipped-name}: an entry of an archive that is neither a file nor a collection. */
    public static final QName SKIPPED_NAME = name("skipped-name");

    /** {@code app-password}: a password for one client, as a request body, an answer and a property. */
    public static final QName APP_PASSWORD = name("app-password");

    /** {@code app-passwords}: the resource type of the collection of a user's app passwords. */
    public static final QName APP_PASSWORDS = name("app-passwords");

    /** {@code name}: what a user calls an app password. */
    public static final QName NAME = name("name");

    /** {@code user}: the user name to send with an app password. */
    public static final QName USER = name("user");

    /** {@code secret}: the app password itself. */
    public static final QName SECRET = name("secret");

    /** {@code created}: when an app password was made. */
    public static final QName CREATED = name("created");

    /** {@code expires}: until when an app password is good. */
    public static final QName EXPIRES = name("expires");

    /** {@code last-used}: when an app password was last used. */
    public static final QName LAST_USED = name("last-used");

    /** {@code read-only}: that an app password is good for reading only. */
    public static final QName READ_ONLY = name("read-only");

    /** {@code now}: the state of now, in a body. */
    public static final QName NOW = name("now");

    /** {@code time}: a time: of a state, or of a change. */
    public static final QName TIME = name("time");

    /** {@code change}: a change: its id in a state, or one of a list. */
    public static final QName CHANGE = name("change");

    /** {@code changes}: who did what, newest first: the report and its answer. */
    public static final QName CHANGES = name("changes");

    /** {@code before}: the change that a list of changes goes on after. */
    public static final QName BEFORE = name("before");

    /** {@code after}: the state after which changes are asked for; or where a comparison goes on. */
    public static final QName AFTER = name("after");

    /** {@code until}: the state up to which changes are asked for. */
    public static final QName UNTIL = name("until");

    /** {@code author}: who made a change. */
    public static final QName AUTHOR = name("author");

    /** {@code level}: how deep a list of changes looks. */
    public static final QName LEVEL = name("level");

    /** {@code id}: the id of a change. */
    public static final QName ID = name("id");

    /** {@code more-items}: how many members a change touched besides those that are listed. */
    public static final QName MORE_ITEMS = name("more-items");

    /** {@code next}: where a list goes on. */
    public static final QName NEXT = name("next");

    /** {@code compare}: what differs between two states: the report. */
    public static final QName COMPARE = name("compare");

    /** {@code difference}: how a member differs. */
    public static final QName DIFFERENCE = name("difference");

    /** {@code old}: what a member that differs was. */
    public static final QName OLD = name("old");

    /** {@code new}: what a member that differs is. */
    public static final QName NEW = name("new");

    /** {@code content-not-kept}: in an entity tag's place, that nobody knows the content of then. */
    public static final QName CONTENT_NOT_KEPT = name("content-not-kept");

    /** {@code locks}: who holds which locks: the report. */
    public static final QName LOCKS = name("locks");

    /** {@code lock}: one of them. */
    public static final QName LOCK = name("lock");

    /** {@code checkouts}: who works on what: the report. */
    public static final QName CHECKOUTS = name("checkouts");

    /** {@code checkout}: one of them. */
    public static final QName CHECKOUT = name("checkout");

    /** {@code usage}: what a collection costs: the report. */
    public static final QName USAGE = name("usage");

    /** {@code live}: what is shown now. */
    public static final QName LIVE = name("live");

    /** {@code history}: what was shown before. */
    public static final QName HISTORY = name("history");

    /** {@code deleted}: what was deleted and can come back. */
    public static final QName DELETED = name("deleted");

    /** {@code files}: how many files. */
    public static final QName FILES = name("files");

    /** {@code share}: what is one user's of it. */
    public static final QName SHARE = name("share");

    /** {@code server}: how the server is: the report. */
    public static final QName SERVER = name("server");

    /** {@code version}: which version it is of. */
    public static final QName VERSION = name("version");

    /** {@code schema}: which of the database's scripts was the last. */
    public static final QName SCHEMA = name("schema");

    /** {@code unnumbered-since}: since when changes have waited for their numbers. */
    public static final QName UNNUMBERED_SINCE = name("unnumbered-since");

    /** {@code history-since}: since when the history is kept. */
    public static final QName HISTORY_SINCE = name("history-since");

    /** {@code indexed-until}: until when contents are in this node's index. */
    public static final QName INDEXED_UNTIL = name("indexed-until");

    private Tidemark() {}

    private static QName name(String localName) {
        return new QName(NAMESPACE, localName);
    }
}
