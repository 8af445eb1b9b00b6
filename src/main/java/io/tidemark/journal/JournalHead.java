package io.tidemark.journal;

import java.util.UUID;

/**
 * Where the journal stands.
 *
 * @param incarnation which life of the store this is; a restored backup begins another
 * @param number the newest change's number
 * @param hash the newest change's hash
 * @param watermark up to where the line is settled
 */
record JournalHead(UUID incarnation, long number, byte[] hash, NumberedWatermark watermark) {}
