package io.tidemark.upload;

import io.tidemark.kernel.caller.Caller;
import io.tidemark.kernel.http.DavPath;
import io.tidemark.target.FixedCollection;
import io.tidemark.target.Nothing;
import io.tidemark.target.Subtree;
import io.tidemark.target.Target;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * {@code /uploads/{user}/}: what a user has begun to upload. Nobody else sees it, administrators included: what is there is
 * on its way to where rights are.
 */
@ApplicationScoped
public class UploadsSubtree implements Subtree {

    /** The subtree's name. */
    public static final String NAME = "uploads";

    /** A number, or an offset and the last one: {@code 00042}, {@code 000000010485760-000000020971519}. */
    private static final Pattern CHUNK = Pattern.compile("(\\d{1,18})(?:-\\d{1,18})?");

    private static final int USER = 2;
    private static final int UPLOAD = 3;
    private static final int CHUNK_DEPTH = 4;

    @Inject
    private UploadRepository uploads;

    @Inject
    private Caller caller;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean isListed() {
        return false;
    }

    @Override
    public Target resolve(DavPath path) {
        List<String> names = path.segments();
        if (names.size() == 1) {
            return new FixedCollection(path.asCollection(true));
        }
        if (!names.get(1).equals(caller.name()) || names.size() > CHUNK_DEPTH) {
            return new Nothing(path);
        }
        if (names.size() == USER) {
            return new FixedCollection(path.asCollection(true));
        }
        return uploads.find(caller.name(), names.get(USER))
                .filter(upload -> !upload.isChunked() || !upload.completed())
                .map(upload -> names.size() == UPLOAD ? target(upload) : chunk(upload, path))
                .orElseGet(() -> new Nothing(path));
    }

    private static Target target(Upload upload) {
        return new UploadTarget(upload.path(), upload);
    }

    private Target chunk(Upload upload, DavPath path) {
        if (!upload.isChunked()) {
            return new Nothing(path);
        }
        if (path.name().equals(WholeTarget.NAME)) {
            return new WholeTarget(path.asCollection(false), upload);
        }
        Matcher chunk = CHUNK.matcher(path.name());
        if (!chunk.matches()) {
            return new Nothing(path);
        }
        long number = Long.parseLong(chunk.group(1));
        Optional<Part> part = uploads.part(upload.id(), number);
        return new ChunkTarget(path.asCollection(false), upload, number, part.orElse(null));
    }

    @Override
    public List<Target> members(Target collection, String after, int limit) {
        if (collection instanceof UploadTarget target) {
            return uploads.parts(target.upload().id(), after, limit).stream()
                    .<Target>map(part -> new ChunkTarget(
                            target.path().child(part.name(), false), target.upload(), part.number(), part))
                    .toList();
        }
        if (collection.path().segments().size() == 1) {
            return Stream.of(caller.name())
                    .filter(name -> name.compareTo(after) > 0)
                    .limit(limit)
                    .<Target>map(name -> new FixedCollection(collection.path().child(name, true)))
                    .toList();
        }
        return uploads.page(caller.name(), after, limit).stream()
                .map(UploadsSubtree::target)
                .toList();
    }

    @Override
    public int countBelow(Target collection, int limit) {
        if (collection instanceof UploadTarget target) {
            return target.upload().parts();
        }
        int count = collection.path().segments().size() == 1 ? 1 : 0;
        for (Upload upload : uploads.page(caller.name(), "", limit + 1)) {
            count += 1 + (upload.isChunked() ? upload.parts() : 0);
        }
        return count;
    }
}
