package io.tidemark.journal;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** What a change did to a member, as people are told of it (docs/history.md). */
public enum Deed {
    /** It was made. */
    CREATED(1),
    /** Its content changed. */
    MODIFIED(2),
    /** Its properties changed. */
    PROPERTIES(4),
    /** It went from one name to another. */
    MOVED(8),
    /** Its name went, and no other came. */
    REMOVED(16),
    /** The name shows another revision. */
    DEFAULT(32),
    /** A revision got a label, or lost one. */
    LABEL(64),
    /** How it is under version control changed. */
    VERSIONED(128),
    /** Who may do what there changed. */
    RIGHTS(256),
    /** What was there already got the name. */
    BOUND(512),
    /** It was made with members, of which nothing else tells. Nobody is told of this by itself. */
    FILLED(1024);

    private final int bit;

    Deed(int bit) {
        this.bit = bit;
    }

    /** The word that clients know it by. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Several of them as the journal keeps them. */
    int bit() {
        return bit;
    }

    /** What {@link #bit} made, several added up. */
    public static Set<Deed> of(int bits) {
        Set<Deed> deeds = EnumSet.noneOf(Deed.class);
        for (Deed deed : values()) {
            if ((bits & deed.bit) != 0) {
                deeds.add(deed);
            }
        }
        return deeds;
    }
}
