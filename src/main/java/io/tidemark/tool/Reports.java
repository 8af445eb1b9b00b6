package io.tidemark.tool;

import java.io.IOException;
import java.util.Optional;

/** Asks for pages of {@code sync-collection}, and knows what the server's refusals mean. */
final class Reports {

    private final Remote remote;
    private final Retry retry;
    private final Progress progress;
    private int limit;

    /**
     * Asks a server.
     *
     * @param limit the most members that a page should have
     */
    Reports(Remote remote, Retry retry, Progress progress, int limit) {
        this.remote = remote;
        this.retry = retry;
        this.progress = progress;
        this.limit = limit;
    }

    /**
     * The page that follows a token; empty when the token is not good any more, or, for an empty token, when a collection
     * below the mirrored one is gone.
     *
     * @throws IOException when the server does not answer, or refuses for another reason
     */
    Optional<SyncPage> page(String path, String token) throws IOException, InterruptedException {
        while (true) {
            int most = limit;
            try {
                return Optional.of(retry.run(() -> remote.report(path, token, most)));
            } catch (RefusedException e) {
                if (e.names("valid-sync-token") && !token.isEmpty()) {
                    progress.note("the server does not know the last token any more: comparing everything");
                    return Optional.empty();
                }
                if (e.status() == 404 && !path.isEmpty()) {
                    return Optional.empty();
                }
                if (e.status() != 507 || most == 0) {
                    throw e;
                }
                // It cannot cut its answer off there (RFC 6578, section 3.7).
                limit = 0;
            }
        }
    }
}
