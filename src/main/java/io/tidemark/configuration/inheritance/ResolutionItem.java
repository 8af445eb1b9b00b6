package io.tidemark.configuration.inheritance;

import java.util.UUID;

/**
 * What somebody has to resolve in a configuration.
 *
 * @param number the revision that is to be taken over, or merged
 * @param conflict whether the configuration has gone its own way; else the revision waits to be taken over
 * @param path the file's path in {@code /files/}, percent-encoded
 */
public record ResolutionItem(UUID resource, int number, boolean conflict, String path) {}
