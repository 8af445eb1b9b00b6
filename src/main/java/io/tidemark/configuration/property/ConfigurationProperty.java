package io.tidemark.configuration.property;

import io.tidemark.kernel.xml.XmlWriter;
import io.tidemark.property.LiveProperty;
import io.tidemark.property.PropertyContext;
import io.tidemark.target.Configuration;
import io.tidemark.target.ConfigurationPath;
import io.tidemark.target.ConfigurationRepository;
import io.tidemark.target.Target;
import jakarta.inject.Inject;

/** A property of configurations: it is on the root of each configuration's tree. */
public abstract class ConfigurationProperty implements LiveProperty {

    @Inject
    private ConfigurationRepository configurations;

    @Override
    public boolean isDefinedOn(Target target) {
        return isConfiguration(target);
    }

    /** Whether a target is the root of a configuration's tree. */
    public static boolean isConfiguration(Target target) {
        return ConfigurationPath.isTree(target);
    }

    @Override
    public void write(Target target, PropertyContext context, XmlWriter xml) {
        configurations
                .find(ConfigurationPath.configuration(target.path()).orElseThrow())
                .ifPresent(configuration -> write(configuration, xml));
    }

    protected abstract void write(Configuration configuration, XmlWriter xml);
}
