package io.tidemark.target;

import io.tidemark.namespace.SheetMember;
import java.util.List;

/**
 * What a workspace shows at a name, and what it is made of.
 *
 * @param target what is shown; not mapped where nothing is
 * @param members what each of the collection's sheets that knows the name has there, nearest first
 */
public record Shown(ConfiguredTarget target, List<SheetMember> members) {}
