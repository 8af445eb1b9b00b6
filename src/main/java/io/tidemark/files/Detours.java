package io.tidemark.files;

import io.tidemark.kernel.http.DavRequest;
import io.tidemark.target.Target;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Every {@link Detour} that a room provides. */
@ApplicationScoped
class Detours {

    private final List<Detour> all;

    @Inject
    Detours(@Any Instance<Detour> all) {
        this.all = all.stream().toList();
    }

    /** For the container's proxies. */
    protected Detours() {
        this.all = List.of();
    }

    /** Whether a target takes a method because of one of them. */
    boolean answers(String method, Target target) {
        return all.stream().anyMatch(detour -> detour.method().equals(method) && detour.answers(target));
    }

    /** What another room answers to a request; empty where this room does. */
    Optional<Response> take(String method, DavRequest request) {
        return all.stream()
                .filter(detour -> detour.method().equals(method))
                .map(detour -> detour.take(request).orElse(null))
                .filter(Objects::nonNull)
                .findFirst();
    }
}
