package io.tidemark.files.archive;

import io.tidemark.content.ContentHash;
import io.tidemark.namespace.ResourceView;
import io.tidemark.target.Target;
import io.tidemark.target.Targets;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;

/**
 * A tree as an archive, written as it is read: of each collection on the way to where it is, one page is in memory. No
 * transaction and no connection to the database waits for a client that reads slowly.
 */
final class TreeArchive implements StreamingOutput {

    private static final int PAGE = 200;
    private static final int BUFFER = 1 << 16;

    private final Target root;
    private final ArchiveFormat format;
    private final Targets targets;
    private final Bodies bodies;

    TreeArchive(Target root, ArchiveFormat format, Targets targets, Bodies bodies) {
        this.root = root;
        this.format = format;
        this.targets = targets;
        this.bodies = bodies;
    }

    @Override
    public void write(OutputStream out) throws IOException {
        ArchiveWriter archive = format.writer(new BufferedOutputStream(out, BUFFER));
        Deque<Level> levels = new ArrayDeque<>();
        levels.push(new Level(root, ""));
        while (!levels.isEmpty()) {
            Level level = levels.element();
            if (!level.collections.isEmpty()) {
                Target collection = level.collections.remove();
                String name = level.prefix + collection.path().name() + '/';
                ResourceView resource = collection.resource();
                if (resource != null) {
                    archive.collection(name, resource);
                }
                levels.push(new Level(collection, name));
            } else if (level.ended) {
                levels.pop();
            } else {
                page(level, archive);
            }
        }
        // Only a whole archive gets its end: where something failed, the client sees that it was cut off.
        archive.close();
    }

    /** Writes the files of the next page, and keeps its collections for later. */
    private void page(Level level, ArchiveWriter archive) throws IOException {
        List<Target> members = targets.members(level.collection, level.last, PAGE);
        List<Target> files = members.stream()
                .filter(member -> member.isFile() && member.resource() != null)
                .toList();
        Map<ContentHash, byte[]> small =
                bodies.small(files.stream().map(TreeArchive::resource).toList());
        for (Target file : files) {
            try (InputStream body = bodies.open(resource(file), small)) {
                archive.file(level.prefix + file.path().name(), resource(file), body);
            }
        }
        members.stream().filter(Target::isCollection).forEach(level.collections::add);
        level.ended = members.size() < PAGE;
        level.last = level.ended
                ? level.last
                : members.get(members.size() - 1).path().name();
    }

    private static ResourceView resource(Target target) {
        return target.mapped();
    }

    /** A collection on the way to where the walk is. */
    private static final class Level {
        private final Target collection;
        private final String prefix;
        private final Deque<Target> collections = new ArrayDeque<>();
        private String last = "";
        private boolean ended;

        Level(Target collection, String prefix) {
            this.collection = collection;
            this.prefix = prefix;
        }
    }
}
