package io.tidemark.configuration;

import io.tidemark.target.Configuration.Kind;
import java.util.UUID;

/** Fired inside the transaction that makes a configuration: what others keep for each begins. */
public record ConfigurationMade(UUID id, Kind kind) {}
