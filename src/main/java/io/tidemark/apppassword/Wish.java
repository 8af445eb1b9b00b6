package io.tidemark.apppassword;

import io.tidemark.kernel.http.DavPath;
import java.time.Instant;
import java.util.Optional;

/**
 * What a user wants of a new app password.
 *
 * @param expires empty for as late as it may be
 * @param path the one path that it is to be good for; empty for all
 */
public record Wish(String name, Optional<Instant> expires, boolean readOnly, Optional<DavPath> path) {}
