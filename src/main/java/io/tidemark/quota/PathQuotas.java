package io.tidemark.quota;

import io.tidemark.property.PropertyContext;
import io.tidemark.target.ConfiguredTarget;
import io.tidemark.target.FilesTarget;
import io.tidemark.target.Target;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The quotas in which counts what is stored through the URLs of a page of targets, read once for the page. */
@ApplicationScoped
class PathQuotas {

    @Inject
    private QuotaRepository quotas;

    private record Page(Map<UUID, Quota> quotas) {}

    /** The quotas of a target and of the collections above it, outermost first. */
    List<Quota> above(Target target, PropertyContext context) {
        Map<UUID, Quota> known = context.shared(Page.class, this::read).quotas();
        return known.isEmpty()
                ? List.of()
                : lineage(target).stream()
                        .map(known::get)
                        .filter(Objects::nonNull)
                        .toList();
    }

    private Page read(List<Target> page) {
        List<UUID> collections = page.stream()
                .map(PathQuotas::lineage)
                .flatMap(Collection::stream)
                .distinct()
                .toList();
        return new Page(
                quotas.of(collections).stream().collect(Collectors.toMap(Quota::collection, Function.identity())));
    }

    private static List<UUID> lineage(Target target) {
        if (!(target instanceof FilesTarget files) || files instanceof ConfiguredTarget) {
            return List.of();
        }
        return files.isCollection() ? files.lineage() : files.ancestors();
    }
}
