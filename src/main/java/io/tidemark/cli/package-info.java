/**
 * The command line {@code tidemark}, for people who write, build and administer: a client like any other, which knows the server by its
 * protocol alone. It is not part of the application.
 */
@NullMarked
package io.tidemark.cli;

import org.jspecify.annotations.NullMarked;
