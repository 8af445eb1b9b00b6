package io.tidemark.kernel.error;

/** The conditions that the specifications name, each beside the section that defines it. */
public final class Conditions {

    /** RFC 4918, section 16. */
    public static final Condition LOCK_TOKEN_SUBMITTED = Condition.dav("lock-token-submitted");

    /** RFC 4918, section 16. */
    public static final Condition NO_CONFLICTING_LOCK = Condition.dav("no-conflicting-lock");

    /** RFC 4918, section 16. */
    public static final Condition LOCK_TOKEN_MATCHES_REQUEST_URI = Condition.dav("lock-token-matches-request-uri");

    /** RFC 4918, section 16. */
    public static final Condition PROPFIND_FINITE_DEPTH = Condition.dav("propfind-finite-depth");

    /** RFC 4918, section 16. */
    public static final Condition CANNOT_MODIFY_PROTECTED_PROPERTY = Condition.dav("cannot-modify-protected-property");

    /** RFC 4918, section 16: an external entity or document type in a request body. */
    public static final Condition NO_EXTERNAL_ENTITIES = Condition.dav("no-external-entities");

    /** RFC 3253, section 3.6: the report is not one that the resource supports. */
    public static final Condition SUPPORTED_REPORT = Condition.dav("supported-report");

    /** RFC 3253, section 3.10: what is under version control, and not by itself, is checked out first. */
    public static final Condition CANNOT_MODIFY_VERSION_CONTROLLED_CONTENT =
            Condition.dav("cannot-modify-version-controlled-content");

    /** RFC 3253, section 3.10: a revision that is not thawed does not change. */
    public static final Condition CANNOT_MODIFY_VERSION = Condition.dav("cannot-modify-version");

    /** Protocol, section 4.2: the resource has no such revision. */
    public static final Condition NO_SUCH_REVISION = Condition.tidemark("no-such-revision");

    /** Protocol, section 5.3: the configuration does not show the resource. */
    public static final Condition NOT_IN_CONFIGURATION = Condition.tidemark("not-in-configuration");

    /** Protocol, section 5: there is no such configuration. */
    public static final Condition NO_SUCH_CONFIGURATION = Condition.tidemark("no-such-configuration");

    /** Protocol, section 5.3: a collection with inherited members is not moved, but its members are. */
    public static final Condition INHERITED_MEMBERS = Condition.tidemark("inherited-members");

    /** Protocol, section 5.3: nothing is changed in what the configuration only shows. */
    public static final Condition READ_ONLY_CONFIGURATION = Condition.tidemark("read-only-configuration");

    /** Protocol, section 5.5: what a dynamic configuration shows is selected by a rule of known parts, not too many. */
    public static final Condition SENSIBLE_SELECTION_RULE = Condition.tidemark("sensible-selection-rule");

    /** Protocol, section 5.9: no other map has the name. */
    public static final Condition MAP_NAME_IS_FREE = Condition.tidemark("map-name-is-free");

    /** Protocol, section 5.9: a map shows the revisions of a file. */
    public static final Condition MAPPED_FILE_EXISTS = Condition.tidemark("mapped-file-exists");

    /** Protocol, section 5.2: other configurations are derived from it. */
    public static final Condition CONFIGURATION_IN_USE = Condition.tidemark("configuration-in-use");

    /** Protocol, section 5.2: what inherits at once has no base time. */
    public static final Condition BASETIME_WITHOUT_AUTO = Condition.tidemark("basetime-without-auto");

    /** Protocol, section 5.3: the configuration has gone its own way with the resource. */
    public static final Condition CONFIGURATION_CONFLICT = Condition.tidemark("configuration-conflict");

    /** Protocol, sections 5.6 and 5.9: what the server shows here is changed elsewhere. */
    public static final Condition READ_ONLY = Condition.tidemark("read-only");

    /** Protocol, section 5.6: there is no such checkin set. */
    public static final Condition NO_SUCH_CHECKIN_SET = Condition.tidemark("no-such-checkin-set");

    /** Protocol, section 5.6: nothing more comes into a checkin set that is closed, and it is never opened again. */
    public static final Condition CHECKIN_SET_CLOSED = Condition.tidemark("checkin-set-closed");

    /** Protocol, section 5.6: the checkin set is that of another configuration. */
    public static final Condition FOREIGN_CHECKIN_SET = Condition.tidemark("foreign-checkin-set");

    /** Protocol, section 4.7: the resource is under no version control. */
    public static final Condition NOT_VERSIONED = Condition.tidemark("not-versioned");

    /** Protocol, sections 4.5 and 4.10: only what is deleted is bound again from its history, or destroyed. */
    public static final Condition NOT_DELETED = Condition.tidemark("not-deleted");

    /** Protocol, section 4.10: history goes for ever at the wish of its owner or of an administrator. */
    public static final Condition OWNER_OR_ADMINISTRATOR = Condition.tidemark("owner-or-administrator");

    /** Protocol, section 4.10: a configuration or a checkin set holds a revision of the resource. */
    public static final Condition REVISION_NOT_HELD = Condition.tidemark("revision-not-held");

    /** Protocol, section 4.10: a resource keeps one revision or more, or all. */
    public static final Condition POSITIVE_OR_NONE = Condition.tidemark("positive-or-none");

    /** Protocol, section 4.7: the revision is not the newest of its branch. */
    public static final Condition BRANCH_REQUIRED = Condition.tidemark("branch-required");

    /** Protocol, section 4.7: the branch has gone on since the checkout. */
    public static final Condition CHECKIN_CONFLICT = Condition.tidemark("checkin-conflict");

    /** Protocol, section 4.10: somebody else works on what is to be destroyed. */
    public static final Condition CHECKED_OUT_BY_OTHERS = Condition.tidemark("checked-out-by-others");

    /** RFC 3253, section 4.3: it is checked out in place already. */
    public static final Condition MUST_BE_CHECKED_IN = Condition.dav("must-be-checked-in");

    /** RFC 3253, section 4.4: it is not checked out in place. */
    public static final Condition MUST_BE_CHECKED_OUT = Condition.dav("must-be-checked-out");

    /** RFC 3253, section 4.4: a revision has one successor, whatever is wanted. */
    public static final Condition CHECKIN_FORK_FORBIDDEN = Condition.dav("checkin-fork-forbidden");

    /** RFC 3253, section 4.4: a revision has one successor, unless another is wanted. */
    public static final Condition CHECKIN_FORK_DISCOURAGED = Condition.dav("checkin-fork-discouraged");

    /** RFC 3253, section 4.3: a revision that has a successor is not checked out. */
    public static final Condition CHECKOUT_OF_VERSION_WITH_DESCENDANT_IS_FORBIDDEN =
            Condition.dav("checkout-of-version-with-descendant-is-forbidden");

    /** RFC 3253, section 4.3: a revision that has a successor is not checked out, unless a fork is wanted. */
    public static final Condition CHECKOUT_OF_VERSION_WITH_DESCENDANT_IS_DISCOURAGED =
            Condition.dav("checkout-of-version-with-descendant-is-discouraged");

    /** RFC 3253, section 4.3: a revision is checked out once at a time. */
    public static final Condition CHECKOUT_OF_CHECKED_OUT_VERSION_IS_FORBIDDEN =
            Condition.dav("checkout-of-checked-out-version-is-forbidden");

    /** RFC 3253, section 4.3: a revision is checked out once at a time, unless a fork is wanted. */
    public static final Condition CHECKOUT_OF_CHECKED_OUT_VERSION_IS_DISCOURAGED =
            Condition.dav("checkout-of-checked-out-version-is-discouraged");

    /** RFC 3253, section 8.2: a label that is added is not in use. */
    public static final Condition ADD_MUST_BE_NEW_LABEL = Condition.dav("add-must-be-new-label");

    /** RFC 3253, section 8.2: a label that is removed is on the revision. */
    public static final Condition LABEL_MUST_EXIST = Condition.dav("label-must-exist");

    /** RFC 3253, section 8.4: a {@code Label} header names a label of the resource. */
    public static final Condition MUST_SELECT_VERSION_IN_HISTORY = Condition.dav("must-select-version-in-history");

    /** Protocol, section 4.4: labels, branches and revisions of a resource share one namespace, in which each is unique. */
    public static final Condition LABEL_TAKEN = Condition.tidemark("label-taken");

    /** Protocol, section 4.4: what is written like the id of a revision, a time or a list is no label. */
    public static final Condition LABEL_ALLOWED = Condition.tidemark("label-allowed");

    /** Protocol, section 4.3: THAW of what is thawed, FREEZE of what is not, or THAW of what cannot be. */
    public static final Condition CAN_THAW = Condition.tidemark("can-thaw");

    /** Protocol, section 4.3: what has more than one revision stays under version control. */
    public static final Condition HISTORY_WOULD_BE_LOST = Condition.tidemark("history-would-be-lost");

    /** RFC 5842, section 4: the request URL must be a collection. */
    public static final Condition BIND_INTO_COLLECTION = Condition.dav("bind-into-collection");

    /** RFC 5689, section 3.3: the resource type cannot be created. */
    public static final Condition VALID_RESOURCETYPE = Condition.dav("valid-resourcetype");

    /** RFC 6578, section 3.2. */
    public static final Condition VALID_SYNC_TOKEN = Condition.dav("valid-sync-token");

    /** RFC 6578, section 3.3. */
    public static final Condition SYNC_TRAVERSAL_SUPPORTED = Condition.dav("sync-traversal-supported");

    /** RFC 6578, section 3.6. */
    public static final Condition NUMBER_OF_MATCHES_WITHIN_LIMITS = Condition.dav("number-of-matches-within-limits");

    /** RFC 5842, section 4: the href of a bind request must name a resource of this server. */
    public static final Condition CROSS_SERVER_BINDING = Condition.dav("cross-server-binding");

    /** RFC 5842, section 4: the binding would close a cycle. */
    public static final Condition CYCLE_ALLOWED = Condition.dav("cycle-allowed");

    /** RFC 5842, section 4: the name must be acceptable as a path segment. */
    public static final Condition NAME_ALLOWED = Condition.dav("name-allowed");

    /** RFC 5842, section 4: the href of the request body must name a resource. */
    public static final Condition BIND_SOURCE_EXISTS = Condition.dav("bind-source-exists");

    /** RFC 5842, section 4: an existing binding may only be replaced with {@code Overwrite: T}. */
    public static final Condition CAN_OVERWRITE = Condition.dav("can-overwrite");

    /** RFC 5842, section 5: the segment must be bound in the collection. */
    public static final Condition UNBIND_SOURCE_EXISTS = Condition.dav("unbind-source-exists");

    /** RFC 5842, section 6: the resource to rebind must exist. */
    public static final Condition REBIND_SOURCE_EXISTS = Condition.dav("rebind-source-exists");

    /** RFC 4331, section 6: as much is stored through a collection above as may be. */
    public static final Condition QUOTA_NOT_EXCEEDED = Condition.dav("quota-not-exceeded");

    /** docs/protocol.md, Quotas: only administrators set limits. */
    public static final Condition ADMINISTRATOR = Condition.tidemark("administrator");

    /** docs/protocol.md, Quotas: the value is no number of bytes. */
    public static final Condition NUMBER_OF_BYTES = Condition.tidemark("number-of-bytes");

    /** RFC 4331, section 6: the disk that holds the contents is full. */
    public static final Condition SUFFICIENT_DISK_SPACE = Condition.dav("sufficient-disk-space");

    /** Protocol, section 4.5: DELREF never takes the last mapping of a resource away. */
    public static final Condition LAST_REFERENCE = Condition.tidemark("last-reference");

    /** Protocol, section 2: the body does not match the checksum that the request announced. */
    public static final Condition CHECKSUM_MATCHES = Condition.tidemark("checksum-matches");

    /** A property's name is longer than names are kept. */
    public static final Condition PROPERTY_NAME_TOO_LONG = Condition.tidemark("property-name-too-long");

    /** The resource has as many dead properties as it can have. */
    public static final Condition TOO_MANY_PROPERTIES = Condition.tidemark("too-many-properties");

    /** A tree has more members than are copied at once. */
    public static final Condition TOO_MANY_MEMBERS = Condition.tidemark("too-many-members");

    /** The user has as many locks as one user can have. */
    public static final Condition TOO_MANY_LOCKS = Condition.tidemark("too-many-locks");

    /** The user has checked out as much as one user can. */
    public static final Condition TOO_MANY_CHECKOUTS = Condition.tidemark("too-many-checkouts");

    /** The user has given as many labels as one user can. */
    public static final Condition TOO_MANY_LABELS = Condition.tidemark("too-many-labels");

    /** The user has made as many configurations as one user can have. */
    public static final Condition TOO_MANY_CONFIGURATIONS = Condition.tidemark("too-many-configurations");

    /** The user has made as many checkin sets as one user can have. */
    public static final Condition TOO_MANY_CHECKIN_SETS = Condition.tidemark("too-many-checkin-sets");

    /** The user has made as many maps as one user can have. */
    public static final Condition TOO_MANY_MAPS = Condition.tidemark("too-many-maps");

    /** docs/protocol.md, Uploads in several requests: the user has begun as many as one user can have. */
    public static final Condition TOO_MANY_UPLOADS = Condition.tidemark("too-many-uploads");

    /** docs/protocol.md, Uploads in several requests: as much has come of the user's as may wait to be whole. */
    public static final Condition TOO_MANY_UPLOADED_BYTES = Condition.tidemark("too-many-uploaded-bytes");

    /** docs/protocol.md, Uploads in several requests: the upload has come in as many parts as it can. */
    public static final Condition TOO_MANY_PARTS = Condition.tidemark("too-many-parts");

    /** docs/protocol.md, Uploads in several requests: the parts have as many bytes as the client said. */
    public static final Condition TOTAL_LENGTH_MATCHES = Condition.tidemark("total-length-matches");

    /** An import would put a collection, or what is in one, where a file is. */
    public static final Condition FILE_IN_THE_WAY = Condition.tidemark("file-in-the-way");

    /** An import would put a file where a collection is. */
    public static final Condition COLLECTION_IN_THE_WAY = Condition.tidemark("collection-in-the-way");

    /** Protocol, section 6: an app password that is limited to a path is good for nothing else. */
    public static final Condition APP_PASSWORD_PATH = Condition.tidemark("app-password-path");

    /** Protocol, section 6: an app password for reading changes nothing. */
    public static final Condition APP_PASSWORD_READ_ONLY = Condition.tidemark("app-password-read-only");

    /** Protocol, section 6: app passwords are looked after by whoever knows the password itself. */
    public static final Condition OWN_CREDENTIALS_REQUIRED = Condition.tidemark("own-credentials-required");

    /** Protocol, section 6: a user has as many app passwords as it can have. */
    public static final Condition TOO_MANY_APP_PASSWORDS = Condition.tidemark("too-many-app-passwords");

    /** docs/retention.md: somebody has said that it must stay. */
    public static final Condition HELD = Condition.tidemark("held");

    /** docs/retention.md: how long revisions stay is said so that it can be done. */
    public static final Condition SENSIBLE_RETENTION = Condition.tidemark("sensible-retention");

    /** RFC 3744, section 8.1.1: the server grants; it has no entries that deny. */
    public static final Condition GRANT_ONLY = Condition.dav("grant-only");

    /** RFC 3744, section 8.1.1: no entry is about everybody but somebody. */
    public static final Condition NO_INVERT = Condition.dav("no-invert");

    /** RFC 3744, section 8.1.1: what the server itself grants is not set. */
    public static final Condition NO_PROTECTED_ACE_CONFLICT = Condition.dav("no-protected-ace-conflict");

    /** RFC 3744, section 8.1.1: what comes from a collection above is set there. */
    public static final Condition NO_INHERITED_ACE_CONFLICT = Condition.dav("no-inherited-ace-conflict");

    /** RFC 3744, section 8.1.1: a list has so many entries, and no more. */
    public static final Condition LIMITED_NUMBER_OF_ACES = Condition.dav("limited-number-of-aces");

    /** RFC 3744, section 8.1.1: the privilege can only be granted with what it is a part of. */
    public static final Condition NO_ABSTRACT = Condition.dav("no-abstract");

    /** RFC 3744, section 8.1.1: there is no such privilege here. */
    public static final Condition NOT_SUPPORTED_PRIVILEGE = Condition.dav("not-supported-privilege");

    /** RFC 3744, section 8.1.1: the URL is that of a principal. */
    public static final Condition RECOGNIZED_PRINCIPAL = Condition.dav("recognized-principal");

    /** RFC 3744, section 8.1.1: nothing is granted to such a principal. */
    public static final Condition ALLOWED_PRINCIPAL = Condition.dav("allowed-principal");

    /** docs/protocol.md, History for people: there is no change of that id, or no cursor. */
    public static final Condition NO_SUCH_CHANGE = Condition.tidemark("no-such-change");

    /** docs/protocol.md, History for people: the state lies in the future, before history is kept, or is of nothing. */
    public static final Condition NO_SUCH_STATE = Condition.tidemark("no-such-state");

    /** docs/history.md, Go back: the contents of these were not kept, or were destroyed. */
    public static final Condition CONTENT_NOT_KEPT = Condition.tidemark("content-not-kept");

    /** docs/history.md, Go back: these have been changed again since. */
    public static final Condition CHANGED_SINCE = Condition.tidemark("changed-since");

    /** docs/history.md, Go back: the change touched what is not below the collection. */
    public static final Condition NOT_ABOVE = Condition.tidemark("not-above");

    /** docs/search.md: conditions are about few properties. */
    public static final Condition SEARCHABLE_PROPERTY = Condition.tidemark("searchable-property");

    /** RFC 5323, section 2.2.2: the query is of a grammar that nobody understands. */
    public static final Condition SEARCH_GRAMMAR_SUPPORTED = Condition.dav("search-grammar-supported");

    private Conditions() {}
}
