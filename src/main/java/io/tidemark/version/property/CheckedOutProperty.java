package io.tidemark.version.property;

import io.tidemark.kernel.xml.Rfc3253;
import io.tidemark.kernel.xml.XmlWriter;
import io.tidemark.namespace.Checkout;
import io.tidemark.namespace.CheckoutRepository;
import io.tidemark.namespace.ResourceView;
import io.tidemark.property.LiveProperty;
import io.tidemark.property.PropertyContext;
import io.tidemark.target.RevisionsSubtree;
import io.tidemark.target.Target;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.xml.namespace.QName;

/** {@code DAV:checked-out}: the revision on which work is based, of a working resource or in place (RFC 3253, section 4.2.1). */
@ApplicationScoped
public class CheckedOutProperty implements LiveProperty {

    private record Page(Map<UUID, Checkout> checkouts) {}

    @Inject
    private CheckoutRepository repository;

    @Override
    public QName name() {
        return Rfc3253.CHECKED_OUT;
    }

    @Override
    public boolean isDefinedOn(Target target) {
        ResourceView resource = target.resource();
        return resource != null && resource.revision() == ResourceView.CHECKED_OUT;
    }

    @Override
    public void write(Target target, PropertyContext context, XmlWriter xml) {
        UUID working = target.mapped().id();
        Checkout checkout = context.shared(Page.class, this::read).checkouts().get(working);
        xml.start(name());
        if (checkout != null) {
            xml.href(RevisionsSubtree.revisionPath(
                            checkout.resourceId(), checkout.line().tip(), false)
                    .href());
        }
        xml.end();
    }

    private Page read(List<Target> page) {
        return new Page(repository.read(page.stream()
                .filter(this::isDefinedOn)
                .map(target -> target.mapped().id())
                .distinct()
                .toList()));
    }
}
