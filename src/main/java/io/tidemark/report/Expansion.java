package io.tidemark.report;

import io.tidemark.kernel.error.Conditions;
import io.tidemark.kernel.http.CredentialScope;
import io.tidemark.kernel.xml.MultistatusWriter;
import io.tidemark.kernel.xml.XmlElement;
import io.tidemark.kernel.xml.XmlWriter;
import io.tidemark.property.GuardedProperty;
import io.tidemark.property.LiveProperty;
import io.tidemark.property.Properties;
import io.tidemark.property.PropertyContext;
import io.tidemark.property.PropertyRegistry;
import io.tidemark.target.Target;
import io.tidemark.target.Targets;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javax.xml.namespace.QName;

/** Writes properties with a response in place of each URL in their values, down to a number of responses. */
final class Expansion {

    /** How many URLs of a value are looked up together, so that their properties are read together. */
    private static final int PAGE = 100;

    private final Targets targets;
    private final CredentialScope scope;
    private final StoredLinks links;
    private final PropertyRegistry registry;
    private final Properties properties;
    private final MultistatusWriter multistatus;
    private int left;

    Expansion(
            Targets targets,
            CredentialScope scope,
            StoredLinks links,
            PropertyRegistry registry,
            Properties properties,
            int maxResponses,
            MultistatusWriter multistatus) {
        this.targets = targets;
        this.scope = scope;
        this.links = links;
        this.registry = registry;
        this.properties = properties;
        this.left = maxResponses;
        this.multistatus = multistatus;
    }

    /** Writes the response about a target. */
    void write(Target target, List<WantedProperty> wanted) {
        write(target, wanted, properties.context(List.of(target)));
    }

    private void write(Target target, List<WantedProperty> wanted, PropertyContext context) {
        left--;
        List<WantedProperty> there = wanted.stream()
                .filter(property -> isThere(property.name(), target, context))
                .toList();
        List<QName> missing = namesOf(wanted, property -> !there.contains(property));
        List<QName> forbidden = namesOf(there, property -> !isReadable(property.name(), target, context));
        List<WantedProperty> found = there.stream()
                .filter(property -> !forbidden.contains(property.name()))
                .toList();
        multistatus.response(target.href(), () -> {
            if (!found.isEmpty() || (missing.isEmpty() && forbidden.isEmpty())) {
                multistatus.propstat(200, xml -> found.forEach(property -> write(property, target, context, xml)));
            }
            if (!missing.isEmpty()) {
                multistatus.propstat(404, missing, null);
            }
            if (!forbidden.isEmpty()) {
                multistatus.propstat(403, forbidden, null);
            }
        });
    }

    private static List<QName> namesOf(List<WantedProperty> properties, Predicate<WantedProperty> which) {
        return properties.stream()
                .filter(which)
                .map(WantedProperty::name)
                .distinct()
                .toList();
    }

    private boolean isReadable(QName name, Target target, PropertyContext context) {
        return registry.find(name)
                .filter(GuardedProperty.class::isInstance)
                .map(guarded -> ((GuardedProperty) guarded).isReadable(target, context))
                .orElse(true);
    }

    private boolean isThere(QName name, Target target, PropertyContext context) {
        Optional<LiveProperty> live = registry.find(name);
        return live.isPresent()
                ? live.get().isDefinedOn(target)
                : context.stored(target).containsKey(name);
    }

    private void write(WantedProperty wanted, Target target, PropertyContext context, XmlWriter xml) {
        Optional<LiveProperty> live = registry.find(wanted.name());
        if (live.isPresent()) {
            write(wanted, xml, writer -> live.get().write(target, context, writer));
            return;
        }
        String stored = context.stored(target).getOrDefault(wanted.name(), "");
        Optional<XmlElement> element = wanted.nested().isEmpty() ? Optional.empty() : links.stored(stored);
        element.ifPresentOrElse(value -> write(wanted, xml, writer -> writer.foreign(value)), () -> xml.raw(stored));
    }

    private void write(WantedProperty wanted, XmlWriter xml, Consumer<XmlWriter> value) {
        if (wanted.nested().isEmpty()) {
            value.accept(xml);
            return;
        }
        Links expanded = new Links(PropertyLinks.hrefs(value), wanted.nested());
        xml.replacingHrefs(href -> expanded.write(), () -> value.accept(xml));
    }

    /** The URLs of one value, which are written one after the other. */
    private final class Links {

        private final List<String> hrefs;
        private final List<WantedProperty> wanted;
        private List<Optional<Target>> page = List.of();
        private PropertyContext context = properties.context(List.of());
        private int next;

        Links(List<String> hrefs, List<WantedProperty> wanted) {
            this.hrefs = hrefs;
            this.wanted = wanted;
        }

        void write() {
            if (next % PAGE == 0) {
                page = hrefs.subList(next, Math.min(next + PAGE, hrefs.size())).stream()
                        .map(this::target)
                        .toList();
                context = properties.context(page.stream()
                        .flatMap(Optional::stream)
                        .filter(Target::isMapped)
                        .toList());
            }
            write(hrefs.get(next), page.get(next % PAGE));
            next++;
        }

        private Optional<Target> target(String href) {
            return links.path(href).filter(scope::includes).map(targets::of);
        }

        private void write(String href, Optional<Target> target) {
            if (target.isEmpty()) {
                multistatus.xml().href(href);
            } else if (!target.get().isMapped()) {
                multistatus.response(href, 404, null);
            } else if (left <= 0 || properties.isFull(multistatus)) {
                multistatus.response(href, 507, Conditions.NUMBER_OF_MATCHES_WITHIN_LIMITS);
            } else {
                Expansion.this.write(target.get(), wanted, context);
            }
        }
    }
}
