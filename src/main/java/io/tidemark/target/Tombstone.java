package io.tidemark.target;

import io.tidemark.kernel.http.DavPath;
import io.tidemark.namespace.ResourceView;

/**
 * What was deleted at a URL, and is kept because it is under version control (protocol, section 4.10). Nothing is mapped
 * there.
 *
 * @param resource what was there, as its newest revision shows it
 */
public record Tombstone(DavPath path, ResourceView resource) implements Target {

    @Override
    public boolean isMapped() {
        return false;
    }

    @Override
    public boolean isCollection() {
        return resource.collection();
    }
}
