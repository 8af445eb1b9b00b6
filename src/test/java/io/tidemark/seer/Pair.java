package io.tidemark.seer;

/** What belongs together in the world with hidden things and in the one without. */
record Pair(String bare, String full) {
    boolean isUrl() {
        return bare.startsWith("/") && !bare.contains("{");
    }
}
