/** The model: resources, members and revisions, and every write to them. */
@NullMarked
package io.tidemark.namespace;

import org.jspecify.annotations.NullMarked;
