/** Requests that wait for a change without a thread: a client that asks again and again asks once a minute instead. */
@NullMarked
package io.tidemark.waiting;

import org.jspecify.annotations.NullMarked;
