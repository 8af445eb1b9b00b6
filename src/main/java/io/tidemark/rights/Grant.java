package io.tidemark.rights;

import java.util.Set;

/** What somebody is granted: one entry of a list (RFC 3744, section 5.5). */
public record Grant(Grantee grantee, Set<Privilege> privileges) {}
