package io.tidemark.namespace;

import java.util.Arrays;

/** When a write makes a revision by itself (RFC 3253, section 3.2.2). */
public enum AutoVersion {
    /** Never: what is to be changed has to be checked out. */
    NEVER(false, 0),
    /** Each write does. */
    EACH_WRITE(true, 0),
    /** The writes under one lock together do; each write that submits none. */
    EACH_LOCK(true, 1),
    /** The writes under one lock together do; others are refused. */
    LOCKED_ONLY(true, 2);

    private final boolean auto;
    private final int rule;

    AutoVersion(boolean auto, int rule) {
        this.auto = auto;
        this.rule = rule;
    }

    /** The column that {@link #of} reads, of a resource by that name. */
    static String column(String resource) {
        return "case when %1$s.autoversioned then 1 + %1$s.sitting_rule else 0 end".formatted(resource);
    }

    /** What a column says. */
    static AutoVersion of(int column) {
        return values()[column];
    }

    /** What two stored values say. */
    static AutoVersion of(boolean auto, int rule) {
        return Arrays.stream(values())
                .filter(mode -> mode.auto == auto && mode.rule == (auto ? rule : 0))
                .findFirst()
                .orElseThrow();
    }

    /** Whether any write makes a revision. */
    boolean auto() {
        return auto;
    }

    /** How writes under a lock are counted, as it is stored. */
    int rule() {
        return rule;
    }

    /** Whether the writes under one lock make one revision. */
    public boolean joinsWrites() {
        return rule > 0;
    }
}
