package io.tidemark.guard;

import io.tidemark.kernel.http.DavPath;
import io.tidemark.target.FilesTarget;
import java.util.Set;
import java.util.function.Function;

/**
 * What a write is going to do at a path below {@code /files/}.
 *
 * @param effects the effects, which may depend on what is mapped there
 */
public record Claim(DavPath path, Function<FilesTarget, Set<Effect>> effects) {

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

    /** A claim to read what is mapped, as it is until the commit. */
    public static Claim read(DavPath path) {
        return new Claim(path, target -> Set.of());
    }
}
