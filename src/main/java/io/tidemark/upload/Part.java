package io.tidemark.upload;

import java.util.UUID;

/**
 * A piece of an upload that has come.
 *
 * @param number where it belongs: the offset in bytes, or the number that begins a chunk's name
 * @param length how many bytes of its file are the piece's; the file may be longer
 * @param file which of the upload's files holds it
 */
record Part(UUID upload, long number, String name, long length, UUID file) {}
