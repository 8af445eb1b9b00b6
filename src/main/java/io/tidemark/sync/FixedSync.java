package io.tidemark.sync;

import io.tidemark.journal.SyncToken;
import io.tidemark.journal.SyncTokens;
import io.tidemark.kernel.error.Conditions;
import io.tidemark.kernel.error.DavException;
import io.tidemark.kernel.http.MultistatusResponse;
import io.tidemark.kernel.xml.MultistatusWriter;
import io.tidemark.kernel.xml.Rfc6578;
import io.tidemark.property.Properties;
import io.tidemark.property.PropertyAnswer;
import io.tidemark.target.FixedCollection;
import io.tidemark.target.Target;
import io.tidemark.target.Targets;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** {@code DAV:sync-collection} on the context root, whose members never change (protocol, section 3). */
@ApplicationScoped
public class FixedSync {

    /** Members of the root that have reports of their own. */
    private static final Set<String> SYNCHRONISED = Set.of("files", "configurations", "checkinsets");

    private static final int ALL = 1_000;

    @Inject
    private Targets targets;

    @Inject
    private SyncTokens tokens;

    @Inject
    private Properties properties;

    boolean isSupportedOn(Target target) {
        return target instanceof FixedCollection
                && (target.path().isRoot()
                        || (target.path().segments().size() == 1
                                && SYNCHRONISED.contains(target.path().subtree())));
    }

    /** The token of a collection that never changes. */
    SyncToken token(Target target) {
        return tokens.constant(UUID.nameUUIDFromBytes(target.href().getBytes(StandardCharsets.UTF_8)));
    }

    /**
     * The whole on a first synchronisation, afterwards nothing.
     *
     * @throws DavException 403 {@code valid-sync-token} for any token but its own
     */
    MultistatusResponse.Body answer(Target collection, SyncRequest request, boolean minimal) {
        SyncToken complete = token(collection);
        int from = request.token().map(token -> resume(token, complete)).orElse(0);
        List<Target> members = targets.members(collection, "", ALL);
        List<Target> rest = members.subList(Math.min(from, members.size()), members.size());
        int limit = Math.min(request.limit().orElse(ALL), rest.size());
        PropertyAnswer answer = properties.answer(request.properties(), minimal);
        return multistatus -> {
            for (Target member : rest.subList(0, limit)) {
                if (request.level() == SyncLevel.INFINITE) {
                    refuse(member, multistatus);
                } else {
                    answer.write(member, properties.context(List.of(member)), multistatus);
                }
            }
            boolean cut = limit < rest.size();
            if (cut) {
                multistatus.response(collection.href(), 507, Conditions.NUMBER_OF_MATCHES_WITHIN_LIMITS);
            }
            multistatus
                    .xml()
                    .element(
                            Rfc6578.SYNC_TOKEN,
                            (cut ? complete.resumingAt(Integer.toString(from + limit)) : complete).toString());
        };
    }

    /** A member below which this report does not look (RFC 6578, section 3.3). */
    private static void refuse(Target member, MultistatusWriter multistatus) {
        multistatus.response(
                member.href(),
                403,
                SYNCHRONISED.contains(member.path().subtree())
                        ? Conditions.SYNC_TRAVERSAL_SUPPORTED
                        : Conditions.SUPPORTED_REPORT);
    }

    private static int resume(String uri, SyncToken complete) {
        SyncToken token = SyncToken.parse(uri)
                .filter(parsed -> parsed.resumingAt("0").equals(complete.resumingAt("0")))
                .orElseThrow(() -> DavException.of(403, Conditions.VALID_SYNC_TOKEN));
        if (token.resume() == null) {
            return ALL;
        }
        try {
            return Integer.parseUnsignedInt(token.resume());
        } catch (NumberFormatException e) {
            throw DavException.of(403, Conditions.VALID_SYNC_TOKEN);
        }
    }
}
