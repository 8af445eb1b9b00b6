/**
 * Command lines that work on the database and the content directory themselves. They are not in the WAR, and use plain
 * JDBC and picocli.
 */
@NullMarked
package io.tidemark.check;

import org.jspecify.annotations.NullMarked;
