package io.tidemark.replica;

/**
 * What both sides had at a path when they were last seen, or made, equal: the base of each comparison.
 *
 * @param id the resource's identity there, empty while unknown
 * @param tag the content's entity tag there; empty of a folder
 * @param sha the content's SHA-256, in hexadecimal; empty of a folder
 * @param stamp of the file here
 */
record Agreed(String path, boolean folder, String id, String tag, String sha, Stamp stamp) implements Item<Agreed> {

    static Agreed of(Local here, Listed there) {
        return new Agreed(here.path(), here.folder(), there.id(), there.tag(), here.sha(), here.stamp());
    }

    @Override
    public Agreed at(String other) {
        return new Agreed(other, folder, id, tag, sha, stamp);
    }
}
