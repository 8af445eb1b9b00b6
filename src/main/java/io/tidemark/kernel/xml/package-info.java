/** XML: one vocabulary class per specification, one hardened reader, one streaming writer. */
@NullMarked
package io.tidemark.kernel.xml;

import org.jspecify.annotations.NullMarked;
