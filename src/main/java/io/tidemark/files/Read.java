package io.tidemark.files;

import io.tidemark.target.Target;
import org.jspecify.annotations.Nullable;

/** What a GET found: the target, and a small body along with it. */
record Read(Target target, byte @Nullable [] body) {}
