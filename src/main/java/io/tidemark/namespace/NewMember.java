package io.tidemark.namespace;

import java.util.UUID;

/**
 * A name at which a resource is to be mapped.
 *
 * @param collection the collection that the name is in
 */
public record NewMember(Parent collection, String name, UUID resource) {}
