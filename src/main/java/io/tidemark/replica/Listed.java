package io.tidemark.replica;

/**
 * A file or folder there, as the server's reports tell of it.
 *
 * @param id its {@code resource-id}, empty while unknown
 * @param tag its entity tag; empty of a folder
 * @param sha its content's SHA-256, in hexadecimal; empty while unknown
 */
record Listed(String path, boolean folder, String id, String tag, String sha) implements Item<Listed> {

    @Override
    public Listed at(String other) {
        return new Listed(other, folder, id, tag, sha);
    }

    Listed withSha(String known) {
        return new Listed(path, folder, id, tag, known);
    }
}
