package io.tidemark.cli;

/**
 * A server that the user has logged in to.
 *
 * @param name by which the user calls it
 * @param url of the collection below which all paths are
 * @param secret the app password
 * @param credential the URL of the app password, by which it is revoked
 */
record Login(String name, String url, String user, String secret, String credential) {}
