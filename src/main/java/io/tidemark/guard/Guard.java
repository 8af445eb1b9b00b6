package io.tidemark.guard;

import io.tidemark.content.ContentHash;
import io.tidemark.kernel.error.DavException;
import io.tidemark.kernel.http.DavPath;
import io.tidemark.kernel.http.EntityTag;
import io.tidemark.kernel.http.IfHeader;
import io.tidemark.kernel.http.OwnOrigins;
import io.tidemark.namespace.ResourceView;
import io.tidemark.target.Target;
import io.tidemark.target.Targets;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Evaluates what a request wants to hold. */
@ApplicationScoped
public class Guard {

    private final Targets targets;
    private final OwnOrigins origins;
    private final List<StateTokens> stateTokens;

    /** Works with every kind of state token that a room provides. */
    @Inject
    public Guard(Targets targets, OwnOrigins origins, @Any Instance<StateTokens> stateTokens) {
        this.targets = targets;
        this.origins = origins;
        this.stateTokens = stateTokens.stream().toList();
    }

    /** For the container's proxies. */
    @SuppressWarnings("NullAway")
    protected Guard() {
        this.targets = null;
        this.origins = null;
        this.stateTokens = List.of();
    }

    /** What a safe request is to be answered with. */
    public enum Verdict {
        /** The request acts. */
        PROCEED,
        /** 304: the client has what it would get. */
        NOT_MODIFIED
    }

    /**
     * Evaluates the headers of a request that writes.
     *
     * @throws DavException 412 when one does not hold
     */
    public void check(Preconditions preconditions, Target target) {
        require(evaluate(preconditions.withoutIfModifiedSince(), target) == Verdict.PROCEED);
    }

    /**
     * Evaluates the headers of a request that reads, in the order of RFC 7232, section 6.
     *
     * @throws DavException 412 when one does not hold
     */
    public Verdict evaluate(Preconditions preconditions, Target target) {
        EntityTag tag = entityTag(target);
        Instant modified = modified(target);
        if (preconditions.ifMatch().isPresent()) {
            boolean matches = preconditions.ifMatch().get().any()
                    ? target.isMapped()
                    : tag != null && preconditions.ifMatch().get().matchStrongly(tag);
            require(matches);
        } else if (preconditions.ifUnmodifiedSince().isPresent()) {
            require(modified == null
                    || !modified.isAfter(preconditions.ifUnmodifiedSince().get()));
        }
        preconditions.ifHeader().ifPresent(header -> require(holds(header, preconditions.host(), target)));
        if (preconditions.ifNoneMatch().isPresent()) {
            boolean matches = preconditions.ifNoneMatch().get().any()
                    ? target.isMapped()
                    : tag != null && preconditions.ifNoneMatch().get().matchWeakly(tag);
            return matches ? Verdict.NOT_MODIFIED : Verdict.PROCEED;
        }
        boolean unchanged = modified != null
                && preconditions.ifModifiedSince().isPresent()
                && !modified.isAfter(preconditions.ifModifiedSince().get());
        return unchanged ? Verdict.NOT_MODIFIED : Verdict.PROCEED;
    }

    /** The scopes in which nobody else may write while a request with these tokens does. */
    Set<UUID> exclusiveScopes(Preconditions preconditions, Target target) {
        Set<UUID> scopes = new HashSet<>();
        preconditions
                .ifHeader()
                .ifPresent(header -> header.lists()
                        .forEach(list -> list.conditions().forEach(condition -> {
                            if (condition.subject() instanceof IfHeader.StateToken token) {
                                subject(list.resource(), preconditions.host(), target)
                                        .flatMap(subject -> kindOf(token.uri())
                                                .flatMap(kind -> kind.exclusiveScope(token.uri(), subject)))
                                        .ifPresent(scopes::add);
                            }
                        })));
        return scopes;
    }

    private boolean holds(IfHeader header, @Nullable String host, Target target) {
        return header.lists().stream().anyMatch(list -> {
            Optional<Target> subject = subject(list.resource(), host, target);
            return subject.isPresent()
                    && list.conditions().stream()
                            .allMatch(condition -> condition.negated() != holds(condition.subject(), subject.get()));
        });
    }

    private boolean holds(IfHeader.Subject subject, Target target) {
        if (subject instanceof IfHeader.Tag tag) {
            EntityTag current = entityTag(target);
            return current != null && current.matchesStrongly(tag.value());
        }
        String token = ((IfHeader.StateToken) subject).uri();
        return kindOf(token).map(kind -> kind.holds(token, target)).orElse(false);
    }

    private Optional<StateTokens> kindOf(String token) {
        return stateTokens.stream().filter(kind -> kind.recognises(token)).findFirst();
    }

    /** What a list is about: the request's own target, or what its resource tag names; a foreign URL names nothing. */
    private Optional<Target> subject(@Nullable String tag, @Nullable String host, Target target) {
        if (tag == null) {
            return Optional.of(target);
        }
        Optional<DavPath> path = origins.path(tag, host);
        return path.map(named -> named.samePlace(target.path()) ? target : targets.of(named));
    }

    private static @Nullable EntityTag entityTag(Target target) {
        ResourceView resource = target.resource();
        ContentHash hash = resource == null ? null : resource.hash();
        return hash == null ? null : hash.entityTag();
    }

    private static @Nullable Instant modified(Target target) {
        ResourceView resource = target.resource();
        return resource == null || resource.collection()
                ? null
                : resource.modifiedAt().truncatedTo(ChronoUnit.SECONDS);
    }

    private static void require(boolean holds) {
        if (!holds) {
            throw DavException.preconditionFailed();
        }
    }
}
