/**
 * The container's door, as far as Tidemark adds to it: app passwords beside the realm's own, HTTP Basic in front of an
 * OpenID provider, and patience with those who guess. Who somebody is, and in which groups, is the container's to say.
 */
@NullMarked
package io.tidemark.signon;

import org.jspecify.annotations.NullMarked;
