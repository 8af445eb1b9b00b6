package io.tidemark.property;

import io.tidemark.kernel.http.Depth;
import io.tidemark.kernel.http.MultistatusResponse;
import io.tidemark.kernel.http.ShowDeleted;
import io.tidemark.kernel.memory.Pages;
import io.tidemark.kernel.xml.MultistatusWriter;
import io.tidemark.target.Target;
import io.tidemark.target.Tombstones;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** Writes a PROPFIND's responses while it walks: it holds a page of members, and the collections that are still to come. */
final class Traversal implements MultistatusResponse.Body {

    private final Target root;
    private final Depth depth;
    private final boolean withoutRoot;
    private final ShowDeleted show;
    private final PropertyAnswer answer;
    private final Listing listing;
    private final Properties properties;

    Traversal(
            Target root,
            Depth depth,
            boolean withoutRoot,
            ShowDeleted show,
            PropertyAnswer answer,
            Listing listing,
            Properties properties) {
        this.root = root;
        this.depth = depth;
        this.withoutRoot = withoutRoot || !show.living();
        this.show = show;
        this.answer = answer;
        this.listing = listing;
        this.properties = properties;
    }

    /** Writes the members of a collection alone. */
    static Traversal ofMembers(Target collection, PropertyAnswer answer, Listing listing, Properties properties) {
        return new Traversal(collection, Depth.ONE, true, ShowDeleted.NO, answer, listing, properties);
    }

    @Override
    public void write(MultistatusWriter multistatus) {
        if (!withoutRoot) {
            write(List.of(root), multistatus);
        }
        if (depth == Depth.ZERO || !root.isCollection()) {
            return;
        }
        Deque<Target> pending = new ArrayDeque<>(List.of(root));
        while (!pending.isEmpty()) {
            Target collection = pending.pop();
            if (show.deleted()) {
                writeTombstones(collection, multistatus);
            }
            // Without what is there, only collections below matter: there may be something deleted in them.
            if (!show.living() && depth != Depth.INFINITY) {
                continue;
            }
            for (List<Target> page : Pages.<Target>of(
                    Listing.PAGE,
                    last -> listing.members(
                            collection, last == null ? "" : last.path().name()))) {
                if (show.living()) {
                    write(page, multistatus);
                }
                if (depth == Depth.INFINITY) {
                    page.stream().filter(Target::isCollection).forEach(pending::push);
                }
            }
        }
    }

    private void writeTombstones(Target collection, MultistatusWriter multistatus) {
        String after = "";
        while (after != null) {
            Tombstones.Page page = listing.tombstones(collection, after);
            write(page.tombstones(), multistatus);
            after = page.next();
        }
    }

    private void write(List<Target> page, MultistatusWriter multistatus) {
        PropertyContext context = properties.context(page);
        page.forEach(target -> answer.write(target, context, multistatus));
    }
}
