package io.tidemark.apppassword;

import io.tidemark.kernel.http.DavPath;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An app password, without the secret.
 *
 * @param selector what identifies it
 * @param principal whose it is
 * @param name what the user calls it
 * @param path the one path that it is good for; null for all
 * @param lastUsed when it was last used, to the minute or so; null for never
 * @param groups the user's groups when it last signed in with its own password or token
 * @param signedIn when that was
 * @param session whether it is a browser's that is signed in at the page, and counts in that browser's cookie alone
 */
public record AppPassword(
        String selector,
        String principal,
        String name,
        Instant created,
        Instant expires,
        boolean readOnly,
        @Nullable DavPath path,
        @Nullable Instant lastUsed,
        Set<String> groups,
        Instant signedIn,
        boolean session) {

    /** Whether what a client sent as its password has the form of an app password, which no realm is asked for. */
    public static boolean isOne(String password) {
        return Secret.parse(password).isPresent();
    }
}
