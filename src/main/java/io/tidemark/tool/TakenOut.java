package io.tidemark.tool;

import java.util.NavigableMap;

/**
 * What was taken out of the directory at once.
 *
 * @param name under which {@link LocalTree#kept} has it
 * @param path where it was in the mirror
 * @param entries what was recorded of it and of all below; what has come back is in it no more
 */
record TakenOut(String name, String path, NavigableMap<String, Entry> entries) {}
