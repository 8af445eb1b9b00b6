package io.tidemark.files;

import io.tidemark.target.Target;
import java.util.Map;

/** What OPTIONS tells of a target besides its methods. Rooms plug theirs in as CDI beans. */
public interface OptionsHeaders {

    /** Headers of the answer, by name. */
    Map<String, String> of(Target target);
}
