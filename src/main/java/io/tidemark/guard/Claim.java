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
public record Claim(
        DavPath path, Function<FilesTarget, Set<Effect>> effects, VersionHeaders headers, boolean anywhere) {

    /** A claim in the users' namespace, about what a plain request gets. */
    public Claim(DavPath path, Function<FilesTarget, Set<Effect>> effects) {
        this(path, effects, VersionHeaders.NONE, false);
    }

    /** The same claim about the revision that headers name. */
    public Claim of(VersionHeaders revision) {
        return new Claim(path, effects, revision, anywhere);
    }

    /** The same claim, allowed wherever something is stored. */
    public Claim wherever() {
        return new Claim(path, effects, headers, true);
    }

    /** A claim to change what is mapped. */
    public static Claim modify(DavPath path) {
        return new Claim(path, target -> target.isMapped() ? Set.of(Effect.MODIFY) : Set.of());
    }

    /** A claim to change what is mapped, or to map something new. */
    public static Claim write(DavPath path) {
        return new Claim(path, target -> Set.of(target.isMapped() ? Effect.MODIFY : Effect.MEMBERSHIP));
    }

    /** A claim to take away what is mapped; the users' namespace itself will be refused, whatever protects it. */
    public static Claim remove(DavPath path) {
        return new Claim(
                path,
                target -> target.isMapped() && !target.isRoot() ? Set.of(Effect.MEMBERSHIP, Effect.REMOVE) : Set.of());
    }

    /** A claim to map something new, in place of what is mapped if anything is. */
    public static Claim replace(DavPath path) {
        return new Claim(
                path,
                target -> target.isMapped() ? Set.of(Effect.MEMBERSHIP, Effect.REMOVE) : Set.of(Effect.MEMBERSHIP));
    }

    /** A claim to copy a file or a collection to a path: what is of the same kind there is updated, with all below it. */
    public static Claim copyTo(DavPath path, boolean collection) {
        return new Claim(path, target -> {
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
    public static Claim overwrite(DavPath path) {
        return new Claim(
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
    public static Claim govern(DavPath path) {
        return new Claim(path, target -> target.isMapped() ? Set.of(Effect.GOVERN) : Set.of());
    }

    /** A claim to read what is mapped, as it is until the commit. */
    public static Claim read(DavPath path) {
        return new Claim(path, target -> Set.of());
    }
}
