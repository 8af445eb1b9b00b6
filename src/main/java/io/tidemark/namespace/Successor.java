package io.tidemark.namespace;

import java.util.UUID;

/**
 * A revision is about to follow another that says something of further successors. Who knows that it must not refuses.
 *
 * @param number the revision that is to be followed
 * @param rule what that one says
 * @param wanted whether a fork is what the request wants
 */
public record Successor(UUID resource, int number, Fork rule, boolean wanted) {}
