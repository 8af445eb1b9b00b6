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
import io.tidemark.property.PropertyContext;
import io.tidemark.target.FixedCollection;
import io.tidemark.target.Target;
import io.tidemark.target.Targets;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** {@code DAV:sync-collection} on what the server itself provides, which keeps no history (protocol, section 3). */
@ApplicationScoped
public class FixedSync {

    /** Members of the root that have reports of their own. */
    static final Set<String> SYNCHRONISED = Set.of("files", "configurations", "checkinsets");

    private static final int PAGE = 1_000;

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

    /** The token of a collection: the same as long as it has the same members. */
    SyncToken token(Target target) {
        String state = target.href() + targets.state(target);
        return tokens.constant(UUID.nameUUIDFromBytes(state.getBytes(StandardCharsets.UTF_8)));
    }

    /**
     * The whole on a first synchronisation; afterwards nothing, or a refusal.
     *
     * @throws DavException 403 {@code valid-sync-token} for any token but its own as it is now: what has changed since,
     *     nobody remembers
     */
    MultistatusResponse.Body answer(Target collection, SyncRequest request, boolean minimal) {
        SyncToken complete = token(collection);
        Optional<String> after = request.token().isEmpty()
                ? Optional.of("")
                : resume(request.token().get(), complete);
        int limit = Math.min(request.limit().orElse(PAGE), PAGE);
        List<Target> found =
                after.map(name -> targets.members(collection, name, limit + 1)).orElse(List.of());
        boolean cut = found.size() > limit;
        List<Target> members = cut ? found.subList(0, limit) : found;
        PropertyAnswer answer = properties.answer(request.properties(), minimal);
        return multistatus -> {
            PropertyContext context = properties.context(members);
            for (Target member : members) {
                if (request.level() == SyncLevel.INFINITE) {
                    refuse(member, multistatus);
                } else {
                    answer.write(member, context, multistatus);
                }
            }
            if (cut) {
                multistatus.response(collection.href(), 507, Conditions.NUMBER_OF_MATCHES_WITHIN_LIMITS);
            }
            SyncToken end =
                    cut ? complete.resumingAt(members.get(limit - 1).path().name()) : complete;
            multistatus.xml().element(Rfc6578.SYNC_TOKEN, end.toString());
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

    /** The name of the last member that the client has; empty when it has them all. */
    private static Optional<String> resume(String uri, SyncToken complete) {
        SyncToken token = SyncToken.parse(uri)
                .filter(parsed -> parsed.complete().equals(complete))
                .orElseThrow(() -> DavException.of(403, Conditions.VALID_SYNC_TOKEN));
        return Optional.ofNullable(token.resume());
    }
}
