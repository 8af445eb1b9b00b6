package io.tidemark.configuration;

import java.util.UUID;

/** Fired inside the transaction that deletes a configuration, before it does: what others keep for it goes, too. */
public record ConfigurationDeleted(UUID id) {}
