package io.tidemark.seer;

/** What belongs together in the world with hidden things and in the one without. */
record Pair(String bare, String full) {
    /** The URL of the collection that a URL is in. */
    Pair parent() {
        return new Pair(World.parent(bare), World.parent(full));
    }

    boolean isUrl() {
        return bare.startsWith("/") && !bare.contains("{");
    }
}
