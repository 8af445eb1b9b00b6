package io.tidemark.configuration.dynamic;

import io.tidemark.kernel.memory.BoundedMap;
import io.tidemark.kernel.xml.XmlReader;
import io.tidemark.target.ConfigurationRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * The rules of dynamic configurations. Which one a configuration has is asked each time, as any node may have changed it;
 * what its text says is remembered.
 */
@ApplicationScoped
class StoredRules {

    private static final int MOST = 1_000;

    private final Map<UUID, Read> read = new BoundedMap<>(MOST);

    @Inject
    private ConfigurationRepository configurations;

    @Inject
    private XmlReader xml;

    @Inject
    private RuleReader rules;

    private record Read(String text, Rule rule) {}

    /** The rule of a configuration; empty when it has none, or is none with a rule. */
    Optional<Rule> of(UUID configuration) {
        return configurations.selectionRule(configuration).map(text -> read(configuration, text));
    }

    /** Whether a configuration is known to be one with a rule; what it is, it stays. */
    boolean isKnown(UUID configuration) {
        synchronized (read) {
            return read.containsKey(configuration);
        }
    }

    private Rule read(UUID configuration, String text) {
        synchronized (read) {
            Read before = read.get(configuration);
            if (before != null && before.text().equals(text)) {
                return before.rule();
            }
        }
        Rule rule = rules.readStored(xml.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8))));
        synchronized (read) {
            read.put(configuration, new Read(text, rule));
        }
        return rule;
    }
}
