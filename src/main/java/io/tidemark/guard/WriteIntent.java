package io.tidemark.guard;

import io.tidemark.kernel.http.DavPath;
import io.tidemark.kernel.http.VersionHeaders;
import io.tidemark.target.FilesTarget;
import java.util.Set;
import java.util.function.Function;

/**
 * What a write is going to do at a path: below {@code /files/}, unless it is {@link #anywhere}.
 *
 * @param effects the effects, which may depend on what is mapped there
 * @param headers which revision it is about
 * @param anywhere whether it may be about a revision's URL or a working resource, too
 */
public record WriteIntent(
        DavPath path, Function<FilesTarget, Set<Effect>> effects, VersionHeaders headers, boolean anywhere) {

    /** A claim in the users' namespace, about what a plain request gets. */
    public WriteIntent(DavPath path, Function<FilesTarget, Set<Effect>> effects) {
        this(path, effects, VersionHeaders.NONE, false);
    }

    /** The same claim about the revision that headers name. */
    public WriteIntent of(VersionHeaders revision) {
        return new WriteIntent(path, effects, revision, anywhere);
    }

    /** The same claim, allowed wherever something is stored. */
    public WriteIntent wherever() {
        return new WriteIntent(path, effects, headers, true);
    }

    /** A claim to change what is mapped. */
    public static WriteIntent modify(DavPath path) {
        return new WriteIntent(path, target -> target.isMapped() ? Set.of(Effect.MODIFY) : Set.of());
    }

    /** A claim to change what is mapped, or to map something new. */
    public static WriteIntent write(DavPath path) {
        return new WriteIntent(path, target -> Set.of(target.isMapped() ? Effect.MODIFY : Effect.MEMBERSHIP));
    }

    /** A claim to take away what is mapped; the users' namespace itself will be refused, whatever protects it. */
    public static WriteIntent remove(DavPath path) {
        return new WriteIntent(
                path,
                target -> target.isMapped() && !target.isRoot() ? Set.of(Effect.MEMBERSHIP, Effect.REMOVE) : Set.of());
    }

    /** A claim to map something new, in place of what is mapped if anything is. */
    public static WriteIntent replace(DavPath path) {
        return new WriteIntent(
                path,
                target -> target.isMapped() ? Set.of(Effect.MEMBERSHIP, Effect.REMOVE) : Set.of(Effect.MEMBERSHIP));
    }

    /** A claim to copy a file or a collection to a path: what is of the same kind there is updated, with all below it. */
    public static WriteIntent copyTo(DavPath path, boolean collection) {
        return new WriteIntent(path, target -> {
            if (!target.isMapped() || target.isCollection() != collection) {
                return replace(path).effects().apply(target);
            }
            return collection ? Set.of(Effect.MODIFY, Effect.REMOVE) : Set.of(Effect.MODIFY);
        });
    }

    /**
     * A claim to put a file in place of what is mapped, if anything is: a file under version control takes the content over
     * as its next revision, and stays itself.
     */
    public static WriteIntent overwrite(DavPath path) {
        return new WriteIntent(
                path,
                target -> takesOver(target)
                        ? Set.of(Effect.MODIFY)
                        : replace(path).effects().apply(target));
    }

    /** Whether a file that comes in place of a target becomes the target's next revision. */
    public static boolean takesOver(FilesTarget target) {
        return target.isFile() && target.mapped().versioning().enabled();
    }

    /** A claim to say who may do what with what is mapped. */
    public static WriteIntent administer(DavPath path) {
        return new WriteIntent(path, target -> target.isMapped() ? Set.of(Effect.ADMINISTER) : Set.of());
    }

    /** A claim to read what is mapped, as it is until the commit. */
    public static WriteIntent read(DavPath path) {
        return new WriteIntent(path, target -> Set.of());
    }
}
