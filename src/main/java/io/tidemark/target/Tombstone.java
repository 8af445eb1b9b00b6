package io.tidemark.target;

import io.tidemark.kernel.http.DavPath;
import io.tidemark.namespace.ResourceView;

/**
 * What was deleted at a URL, and is kept because it is under version control (protocol, section 4.10).
 *
 * @param resource what was there, as its newest revision shows it
 * @param superseded whether the name stands for something else by now: what is mapped there, or what was deleted later
 */
public record Tombstone(DavPath path, ResourceView resource, boolean superseded) implements Target {

    /** The name's URL, unless that stands for something else: then its newest revision's, by which it can be bound again. */
    @Override
    public String href() {
        return superseded
                ? RevisionsSubtree.revisionPath(resource.id(), resource.revision(), resource.collection())
                        .href()
                : path.href();
    }

    @Override
    public boolean isMapped() {
        return false;
    }

    @Override
    public boolean isCollection() {
        return resource.collection();
    }
}
