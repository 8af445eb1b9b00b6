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

/** Reads the bodies of files: small ones of a page with one statement, large ones from the content store one by one. */
@ApplicationScoped
class Bodies {

    /** Up to this length, in bytes, bodies are read together: those that rows hold are hardly ever longer. */
    private static final int SMALL = 1 << 14;

    @Inject
    private BodyRepository rows;

    @Inject
    private ContentStore store;

    /** The bodies of those of some files that are short and kept in rows. */
    Map<ContentHash, byte[]> small(List<ResourceView> files) {
        return rows.bodies(files.stream()
                .filter(file -> file.length() <= SMALL)
                .map(file -> file.body())
                .distinct()
                .toList());
    }

    /** Opens the body of a file. */
    InputStream open(ResourceView file, Map<ContentHash, byte[]> small) throws IOException {
        ContentHash hash = file.body();
        // A long body is in a row, too, where the administrator has chosen so.
        byte[] body = file.length() <= SMALL
                ? small.get(hash)
                : rows.bodies(List.of(hash)).get(hash);
        return body != null ? new ByteArrayInputStream(body) : Channels.newInputStream(store.open(hash));
    }
}
