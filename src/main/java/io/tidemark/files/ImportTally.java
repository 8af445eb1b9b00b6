package io.tidemark.files;

/**
 * What an import, or a part of one, has done.
 *
 * @param created files made
 * @param replaced files whose content or time is another now
 * @param unchanged files that were there just so
 * @param collections collections made
 * @param bytes the length of the files made and replaced
 * @param changes the transactions that changed something: one step each in every feed
 * @param versions versions that were brought along, of files that were made
 */
record ImportTally(
        long created, long replaced, long unchanged, long collections, long bytes, long changes, long versions) {

    static final ImportTally NOTHING = new ImportTally(0, 0, 0, 0, 0, 0, 0);

    /** So many files and collections made. */
    static ImportTally created(int files, int collections) {
        return new ImportTally(files, 0, 0, collections, 0, 0, 0);
    }

    ImportTally plus(ImportTally other) {
        return new ImportTally(
                created + other.created,
                replaced + other.replaced,
                unchanged + other.unchanged,
                collections + other.collections,
                bytes + other.bytes,
                changes + other.changes,
                versions + other.versions);
    }
}
