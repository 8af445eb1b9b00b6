package io.tidemark.history.restore;

import io.tidemark.history.PastMember;
import java.util.Optional;

/**
 * What is to stand at a name again, or to be shown there as it was.
 *
 * @param name the name
 * @param past what stood there
 * @param differs whether its content was another one
 * @param chosen the revision that somebody had chosen for the name
 */
record Returning(TouchedName name, PastMember past, boolean differs, Optional<Integer> chosen) {}
