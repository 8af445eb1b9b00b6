package io.tidemark.files.archive;

import io.tidemark.content.ContentHash;
import io.tidemark.content.ContentStore;
import io.tidemark.namespace.ResourceView;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Reads the bodies of files: small ones of a page with one statement, large ones from the content store one by one. */
@ApplicationScoped
class Bodies {

    /** Bodies that are kept in rows are not longer, in bytes. */
    private static final int SMALL = 1 << 16;

    @Inject
    private BodyRepository rows;

    @Inject
    private ContentStore store;

    /** The bodies of some files that are kept in rows. */
    Map<ContentHash, byte[]> small(List<ResourceView> files) {
        return rows.bodies(files.stream()
                .filter(file -> file.length() <= SMALL)
                .map(file -> Objects.requireNonNull(file.hash()))
                .distinct()
                .toList());
    }

    /** Opens the body of a file. */
    InputStream open(ResourceView file, Map<ContentHash, byte[]> small) throws IOException {
        ContentHash hash = Objects.requireNonNull(file.hash());
        byte[] body = small.get(hash);
        return body != null ? new ByteArrayInputStream(body) : Channels.newInputStream(store.open(hash));
    }
}
