package io.tidemark.history;

import org.jspecify.annotations.Nullable;

/** What a name stood for in two states of a collection; null for nothing. */
public record NamePair(
        String name, @Nullable PastMember before, @Nullable PastMember after) {}
