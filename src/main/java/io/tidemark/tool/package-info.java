/**
 * Command lines that stand on their own: clients and tools, not part of the application. They use the JDK and picocli
 * only.
 */
@NullMarked
package io.tidemark.tool;

import org.jspecify.annotations.NullMarked;
