/**
 * What stands between the server and its databases, as a module of the server and not a part of the application: the
 * driver of the embedded database, whose file survives interrupts and a full disk, and what tells the pools of connections
 * which of them are lost.
 */
@NullMarked
package io.tidemark.embedded;

import org.jspecify.annotations.NullMarked;
