package io.tidemark.files;

import io.tidemark.content.StagedBody;

/** A version that an archive has brought, with its content. */
record HistoryEntry(HistoryLine line, StagedBody staged) {}
