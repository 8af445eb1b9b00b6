/** Input that is meant to do harm: parsers, headers, targets, bodies and floods. */
package io.tidemark.hostile;
