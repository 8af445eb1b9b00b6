package io.tidemark.configuration.inheritance;

import io.tidemark.journal.Change;
import io.tidemark.kernel.http.DavPath;
import io.tidemark.kernel.memory.Pages;
import io.tidemark.namespace.Ancestry;
import io.tidemark.target.FilesTarget;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * The revisions that a configuration has to take over, or to merge (protocol, section 5.4). An item stands until what the
 * configuration shows contains its revision; that is asked when the queue is read.
 */
@ApplicationScoped
public class ResolutionQueue {

    private static final int PAGE = 200;

    @Inject
    private ResolutionRepository repository;

    @Inject
    private ConfigurationLocations locations;

    @Inject
    private Ancestry ancestry;

    @Inject
    private Change change;

    /** Puts an item into the queue of the configuration that a location is in, instead of those which it contains. */
    public void note(ConfigurationLocation location, UUID resource, int number, boolean conflict) {
        UUID configuration = location.configuration();
        for (int older : repository.numbers(configuration, resource)) {
            if (older != number && ancestry.contains(resource, number, older)) {
                repository.delete(configuration, resource, older);
            }
        }
        repository.store(new ResolutionItem(
                new ResolutionItem.Key(configuration, resource, number),
                conflict,
                location.path().href(),
                change.at()));
    }

    /** Tells of all items that still stand, and takes the others out. */
    void read(UUID configuration, Consumer<ResolutionItem> reader) {
        Pages.<ResolutionItem>of(PAGE, last -> repository.page(configuration, last, PAGE))
                .forEach(page -> page.forEach(item -> {
                    if (isResolved(configuration, item)) {
                        repository.delete(configuration, item.resource(), item.number());
                    } else {
                        reader.accept(item);
                    }
                }));
    }

    /** Tells of the items that one change has put into a queue. */
    public void read(UUID configuration, Instant at, Consumer<ResolutionItem> reader) {
        Pages.<ResolutionItem>of(PAGE, last -> repository.page(configuration, last, at, PAGE))
                .forEach(page -> page.forEach(reader));
    }

    private boolean isResolved(UUID configuration, ResolutionItem item) {
        List<String> segments = DavPath.parse(item.path()).segments();
        FilesTarget shown =
                locations.at(new ConfigurationLocation(configuration, segments.subList(1, segments.size())));
        if (shown.shows(item.resource())) {
            return ancestry.contains(item.resource(), shown.mapped().revision(), item.number());
        }
        return isContainedElsewhere(configuration, item);
    }

    /** The file may have another name in the configuration by now. */
    private boolean isContainedElsewhere(UUID configuration, ResolutionItem item) {
        for (List<WorkspaceEntry> page : Pages.<WorkspaceEntry>of(
                PAGE, last -> locations.members(item.resource(), last == null ? 0 : last.id(), PAGE))) {
            boolean contained = page.stream()
                    .filter(member -> configurationOf(member).equals(Optional.of(configuration)))
                    .anyMatch(member -> ancestry.contains(item.resource(), member.number(), item.number()));
            if (contained) {
                return true;
            }
        }
        return false;
    }

    private Optional<UUID> configurationOf(WorkspaceEntry member) {
        return locations.location(member).map(ConfigurationLocation::configuration);
    }
}
