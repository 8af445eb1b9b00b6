package io.tidemark.target;

import io.tidemark.namespace.LayerEntry;
import java.util.List;

/**
 * What a workspace shows at a name, and what it is made of.
 *
 * @param target what is shown; not mapped where nothing is
 * @param members what each of the collection's layers that knows the name has there, nearest first
 */
public record Shown(ConfiguredTarget target, List<LayerEntry> members) {}
