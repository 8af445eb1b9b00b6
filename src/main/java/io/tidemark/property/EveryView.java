package io.tidemark.property;

import io.tidemark.guard.Guard;
import io.tidemark.guard.Preconditions;
import io.tidemark.kernel.error.Conditions;
import io.tidemark.kernel.error.DavException;
import io.tidemark.kernel.http.DavRequest;
import io.tidemark.kernel.http.MultistatusResponse;
import io.tidemark.kernel.xml.MultistatusWriter;
import io.tidemark.target.ConfigurationViews;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;

/** PROPFIND with {@code Configuration-Id: *}: one response for each configuration that has the resource. */
@ApplicationScoped
class EveryView {

    @Inject
    private ConfigurationViews views;

    @Inject
    private Properties properties;

    @Inject
    private Guard guard;

    /** Whether a request is about all configurations. */
    static boolean isAskedBy(DavRequest request) {
        String header = request.header(ConfigurationViews.HEADER);
        return header != null && header.strip().equals(ConfigurationViews.ALL);
    }

    /**
     * Answers a request.
     *
     * @throws DavException 400 for another URL than those of the files, 404 {@code not-in-configuration}
     */
    MultistatusResponse.Body answer(DavRequest request, PropertyAnswer answer) {
        if (!views.areOf(request.path())) {
            throw DavException.badRequest("Configurations show what is in the files.");
        }
        ConfigurationViews.Page first = views.page(request.path(), null);
        while (first.targets().isEmpty()) {
            UUID next = first.next();
            if (next == null) {
                throw DavException.of(404, Conditions.NOT_IN_CONFIGURATION);
            }
            first = views.page(request.path(), next);
        }
        guard.check(Preconditions.of(request), first.targets().get(0));
        ConfigurationViews.Page begin = first;
        return multistatus -> write(request, begin, answer, multistatus);
    }

    private void write(
            DavRequest request, ConfigurationViews.Page begin, PropertyAnswer answer, MultistatusWriter multistatus) {
        ConfigurationViews.Page page = begin;
        while (true) {
            PropertyContext context = properties.context(page.targets());
            page.targets().forEach(target -> answer.write(target, context, multistatus));
            UUID next = page.next();
            if (next == null) {
                return;
            }
            page = views.page(request.path(), next);
        }
    }
}
