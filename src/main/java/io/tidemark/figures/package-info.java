/**
 * Figures for whoever watches the server (docs/monitoring.md): how long requests take, what is counted, and samples of what the
 * database holds. {@link io.tidemark.figures.MicrometerMeters} alone knows where they go; without it, nothing is sampled.
 */
@NullMarked
package io.tidemark.figures;

import org.jspecify.annotations.NullMarked;
