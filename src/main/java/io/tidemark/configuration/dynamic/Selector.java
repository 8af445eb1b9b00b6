package io.tidemark.configuration.dynamic;

import io.tidemark.kernel.http.DavPath;
import io.tidemark.namespace.ResourceView;
import io.tidemark.target.Configuration;
import io.tidemark.target.ConfiguredTrees;
import io.tidemark.target.FilesTarget;
import io.tidemark.target.SeenConfigurations;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Asks a rule about files: first what paths decide, then, of those for which the same is left of the rule, the rest at once. */
@ApplicationScoped
class Selector {

    private static final Rule NEVER = new Rule.Constant(false);

    @Inject
    private ConfiguredTrees trees;

    @Inject
    private SeenConfigurations configurations;

    @Inject
    private SelectionRepository repository;

    /**
     * The files of which a rule is true, each as the revision shows it that is selected.
     *
     * @param files what is mapped in the files, by its path there, without a slash
     */
    Map<UUID, ResourceView> select(Rule rule, Map<DavPath, ResourceView> files) {
        Map<Rule, List<UUID>> left = new HashMap<>();
        files.forEach((path, file) -> {
            if (file.versioning().enabled() && !file.collection()) {
                Rule rest = rule.at(part -> decided(part, path, file));
                if (!NEVER.equals(rest)) {
                    left.computeIfAbsent(rest, key -> new ArrayList<>()).add(file.id());
                }
            }
        });
        Map<UUID, ResourceView> selected = new HashMap<>();
        left.forEach((rest, resources) -> selected.putAll(repository.select(rest, resources)));
        return selected;
    }

    private Rule decided(Rule part, DavPath path, ResourceView file) {
        if (part instanceof Rule.Href href) {
            return new Rule.Constant(href.holdsAt(path));
        }
        return part instanceof Rule.InConfiguration in ? shown(in.configuration(), path, file) : part;
    }

    private Rule shown(UUID configuration, DavPath path, ResourceView file) {
        if (configuration.equals(Configuration.FILES)) {
            return new Rule.Numbered(file.revision());
        }
        if (!configurations.show(configuration)) {
            return NEVER;
        }
        List<String> names = path.segments().subList(1, path.segments().size());
        FilesTarget there = trees.resolve(configuration, path, names);
        return there.isFile() && there.mapped().id().equals(file.id())
                ? new Rule.Numbered(there.mapped().revision())
                : NEVER;
    }
}
