package io.tidemark.configuration.report;

import io.tidemark.kernel.xml.ConfigurationDraft;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import javax.xml.namespace.QName;

/** {@code DAV:configurationderivation}: what a configuration is derived from, and that in turn (protocol, section 5.7). */
@ApplicationScoped
public class ConfigurationderivationReport extends ConfigurationReport {

    @Override
    public QName name() {
        return ConfigurationDraft.CONFIGURATIONDERIVATION;
    }

    @Override
    void list(UUID configuration, Items items) {
        derivation(configuration, items);
    }
}
