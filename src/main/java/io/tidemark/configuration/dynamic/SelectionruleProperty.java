package io.tidemark.configuration.dynamic;

import io.tidemark.kernel.error.Conditions;
import io.tidemark.kernel.error.DavException;
import io.tidemark.kernel.http.DavRequest;
import io.tidemark.kernel.xml.ConfigurationDraft;
import io.tidemark.kernel.xml.XmlElement;
import io.tidemark.kernel.xml.XmlWriter;
import io.tidemark.namespace.ResourceView;
import io.tidemark.property.PropertyChange;
import io.tidemark.property.PropertyContext;
import io.tidemark.property.SettableProperty;
import io.tidemark.target.Configuration;
import io.tidemark.target.ConfigurationPath;
import io.tidemark.target.ConfigurationRepository;
import io.tidemark.target.ConfiguredTarget;
import io.tidemark.target.Target;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.UUID;
import javax.xml.namespace.QName;
import org.jspecify.annotations.Nullable;

/** {@code DAV:selectionrule}: what a dynamic configuration shows, as a client has written it. */
@ApplicationScoped
public class SelectionruleProperty implements SettableProperty {

    @Inject
    private ConfigurationRepository configurations;

    @Inject
    private RuleReader rules;

    @Inject
    private HttpServletRequest servlet;

    @Override
    public QName name() {
        return ConfigurationDraft.SELECTIONRULE;
    }

    @Override
    public boolean isDefinedOn(Target target) {
        return isDynamicConfiguration(target);
    }

    /** Whether a target is the root of a dynamic configuration's tree. */
    static boolean isDynamicConfiguration(Target target) {
        return ConfigurationPath.isTree(target) && target instanceof ConfiguredTarget tree && tree.isSelected();
    }

    @Override
    public void write(Target target, PropertyContext context, XmlWriter xml) {
        String rule = ConfigurationPath.configuration(target.path())
                .flatMap(configurations::selectionRule)
                .orElse(null);
        if (rule == null) {
            xml.empty(name());
        } else {
            xml.raw(rule);
        }
    }

    @Override
    public void set(XmlElement value, PropertyChange change) {
        UUID configuration = configuration(change);
        rules.read(value, DavRequest.of(servlet).host());
        store(configuration, value.toXml(), change);
    }

    @Override
    public void remove(PropertyChange change) {
        store(configuration(change), null, change);
    }

    private void store(UUID configuration, @Nullable String rule, PropertyChange change) {
        change.whenAccepted(() -> configurations.select(configuration, rule));
    }

    private UUID configuration(PropertyChange change) {
        return Optional.ofNullable(change.resource())
                .map(ResourceView::id)
                .flatMap(configurations::find)
                .filter(configuration -> !configuration.isWorkspace())
                .map(Configuration::id)
                .orElseThrow(() -> DavException.of(403, Conditions.CANNOT_MODIFY_PROTECTED_PROPERTY));
    }
}
