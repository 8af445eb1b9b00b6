package io.tidemark.configuration.report;

import io.tidemark.kernel.xml.ConfigurationDraft;
import io.tidemark.target.ConfigurationRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javax.xml.namespace.QName;

/**
 * {@code DAV:configurationmerge}: what a configuration is derived from, and then from where something was copied into it
 * (protocol, section 5.7).
 */
@ApplicationScoped
public class ConfigurationmergeReport extends ConfigurationReport {

    private static final int PAGE = 100;

    @Inject
    private ConfigurationRepository configurations;

    @Override
    public QName name() {
        return ConfigurationDraft.CONFIGURATIONMERGE;
    }

    @Override
    void list(UUID configuration, Items items) {
        Set<UUID> told = new HashSet<>();
        boolean more = derivation(configuration, parent -> {
            told.add(parent);
            return items.add(parent);
        });
        UUID last = new UUID(0, 0);
        List<UUID> page = more ? configurations.merged(configuration, last, PAGE) : List.of();
        while (!page.isEmpty()) {
            for (UUID source : page) {
                if (!told.contains(source) && !items.add(source)) {
                    return;
                }
            }
            page = configurations.merged(configuration, page.get(page.size() - 1), PAGE);
        }
    }
}
