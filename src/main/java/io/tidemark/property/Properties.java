package io.tidemark.property;

import io.tidemark.kernel.http.MultistatusResponse;
import io.tidemark.kernel.xml.MultistatusWriter;
import io.tidemark.namespace.PropertySetRepository;
import io.tidemark.target.Target;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.Principal;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Where answers about properties begin: in PROPFIND, and in every report that carries properties. */
@ApplicationScoped
public class Properties {

    @Inject
    private PropertyRegistry registry;

    @Inject
    private PropertySetRepository propertySets;

    @Inject
    private Principal caller;

    @EJB
    private Listing listing;

    @Inject
    @ConfigProperty(name = "tidemark.multistatus.max-chars", defaultValue = "268435456")
    private long ceiling;

    /**
     * An answer to a request for properties.
     *
     * @param minimal whether the client prefers not to be told what is missing (RFC 8144, section 2.1)
     */
    public PropertyAnswer answer(PropertyRequest request, boolean minimal) {
        return new PropertyAnswer(request, minimal, registry, ceiling);
    }

    /** Whether an answer is so long that it can tell of no further target. */
    public boolean isFull(MultistatusWriter multistatus) {
        return multistatus.xml().length() >= ceiling;
    }

    /** Answers with every revision of what a target names, each at its own URL; see {@link Listing#history}. */
    public MultistatusResponse.Body revisions(Target target, PropertyAnswer answer) {
        return Traversal.ofMembers(listing.history(target), answer, listing, this);
    }

    /** What the properties of a page of targets share. */
    public PropertyContext context(List<Target> page) {
        return new PropertyContext(page, caller.getName(), propertySets);
    }
}
