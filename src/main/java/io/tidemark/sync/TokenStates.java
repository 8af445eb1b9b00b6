package io.tidemark.sync;

import io.tidemark.journal.SyncToken;
import io.tidemark.kernel.error.Conditions;
import io.tidemark.kernel.error.DavException;
import io.tidemark.target.FilesTarget;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** What the sync tokens of a collection stand for, for those who look at what was. */
@ApplicationScoped
public class TokenStates {

    @Inject
    private CollectionTokens tokens;

    /**
     * Up to which change a client knows a collection that brings a token of it.
     *
     * @throws DavException 403 {@code valid-sync-token} (RFC 6578, section 3.2) when it is no token of the collection, its
     *     history is gone, or it is that of half an answer
     */
    public long number(FilesTarget collection, String token) {
        if (!SyncCollectionReport.isRecorded(collection)) {
            throw invalid();
        }
        return tokens.recognise(token, tokens.begin(collection).present())
                .filter(known -> known.resume() == null)
                .map(SyncToken::number)
                .orElseThrow(TokenStates::invalid);
    }

    private static DavException invalid() {
        return DavException.of(403, Conditions.VALID_SYNC_TOKEN);
    }
}
