/** What a client may hold of the server's threads and connections, however it sends and reads. */
@NullMarked
package io.tidemark.traffic;

import org.jspecify.annotations.NullMarked;
