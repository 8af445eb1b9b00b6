package io.tidemark.index;

import java.util.Locale;

/** The texts by which names are found. */
public enum NameField {
    NAME,
    TYPE,
    OWNER,
    AUTHOR,
    LABEL,
    COMMENT;

    /** Values are terms of this field as they are. */
    String exact() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Values are terms of this field in lower case. */
    String caseless() {
        return exact() + "~";
    }

    /** Three characters in a row are terms of this field. */
    String grams() {
        return exact() + "#";
    }
}
