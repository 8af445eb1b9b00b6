/** Passwords that users make for single clients: named, expiring, revocable, for reading only or for one path. */
@NullMarked
package io.tidemark.apppassword;

import org.jspecify.annotations.NullMarked;
