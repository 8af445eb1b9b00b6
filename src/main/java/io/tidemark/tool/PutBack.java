package io.tidemark.tool;

/**
 * A directory that is on its way back from what was taken out.
 *
 * @param out what it was taken out with
 * @param from where it was in the mirror
 * @param to where it goes
 */
record PutBack(TakenOut out, String from, String to) {}
