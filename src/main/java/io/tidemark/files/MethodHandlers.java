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

/** Every {@link MethodHandler} that a room provides. */
@ApplicationScoped
class MethodHandlers {

    private final List<MethodHandler> all;

    @Inject
    MethodHandlers(@Any Instance<MethodHandler> all) {
        this.all = all.stream().toList();
    }

    /** For the container's proxies. */
    protected MethodHandlers() {
        this.all = List.of();
    }

    /** Whether a target takes a method because of one of them. */
    boolean answers(String method, Target target) {
        return all.stream().anyMatch(handler -> handler.method().equals(method) && handler.answers(target));
    }

    /** What another room answers to a request; empty where this room does. */
    Optional<Response> take(String method, DavRequest request) {
        return all.stream()
                .filter(handler -> handler.method().equals(method))
                .map(handler -> handler.take(request).orElse(null))
                .filter(Objects::nonNull)
                .findFirst();
    }
}
