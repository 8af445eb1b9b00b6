package io.tidemark.configuration;

import io.tidemark.kernel.http.DavPath;
import io.tidemark.namespace.Overlay;
import io.tidemark.namespace.ResourceView;
import io.tidemark.namespace.Sheet;
import io.tidemark.namespace.SheetMember;
import io.tidemark.namespace.SheetRepository;
import io.tidemark.target.Configured;
import io.tidemark.target.FilesTarget;
import io.tidemark.target.RevisionViewRepository;
import io.tidemark.target.Shown;
import io.tidemark.target.Target;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * What a workspace shows: its own tree laid on top of those of the configurations that it is derived from. Collections of
 * the same path are one; of what else has the same path, the nearest shows.
 */
@ApplicationScoped
public class WorkspaceTree {

    @Inject
    private SheetRepository members;

    @Inject
    private RevisionViewRepository views;

    /** The root of a workspace's tree. */
    FilesTarget root(UUID workspace, List<Sheet> sheets, DavPath path) {
        ResourceView view = views.view(workspace, null).orElse(null);
        return new FilesTarget(path, List.of(), null, null, view, null, new Configured(workspace, sheets));
    }

    /** What a name in a collection leads to. */
    public FilesTarget member(FilesTarget collection, String name) {
        List<Sheet> sheets = collection.isCollection() ? sheets(collection) : List.of();
        return sheets.isEmpty()
                ? missing(collection, name)
                : shown(collection, name, members.find(sheets, List.of(name))).target();
    }

    /** What names in a collection lead to, those that any sheet knows. */
    Map<String, Shown> shown(FilesTarget collection, Collection<String> names) {
        Map<String, Shown> shown = new HashMap<>();
        List<Sheet> sheets = collection.isCollection() ? sheets(collection) : List.of();
        if (!sheets.isEmpty()) {
            members.find(sheets, names).stream()
                    .collect(Collectors.groupingBy(SheetMember::name))
                    .forEach((name, candidates) -> shown.put(name, shown(collection, name, candidates)));
        }
        return shown;
    }

    /** A page of the members of a collection, in the order of their names. */
    List<Target> members(FilesTarget collection, String after, int limit) {
        List<Sheet> sheets = sheets(collection);
        List<Target> found = new ArrayList<>();
        String from = after;
        while (true) {
            Map<String, List<SheetMember>> names = new TreeMap<>(DavPath.BY_CODE_POINT);
            String end = null;
            for (int i = 0; i < sheets.size(); i++) {
                List<SheetMember> page = members.page(sheets, i, from, limit);
                page.forEach(member -> names.computeIfAbsent(member.name(), name -> new ArrayList<>())
                        .add(member));
                if (page.size() == limit) {
                    String last = page.get(limit - 1).name();
                    end = end == null || DavPath.BY_CODE_POINT.compare(last, end) < 0 ? last : end;
                }
            }
            for (Map.Entry<String, List<SheetMember>> name : names.entrySet()) {
                if (end != null && DavPath.BY_CODE_POINT.compare(name.getKey(), end) > 0) {
                    break;
                }
                FilesTarget target =
                        shown(collection, name.getKey(), name.getValue()).target();
                if (target.isMapped()) {
                    found.add(target);
                }
                if (found.size() == limit) {
                    return found;
                }
            }
            if (end == null) {
                return found;
            }
            from = end;
        }
    }

    private static List<Sheet> sheets(FilesTarget collection) {
        Configured configured = collection.configured();
        return configured == null ? List.of() : configured.sheets();
    }

    /** A name at which nothing can be, because there is no collection. */
    private static FilesTarget missing(FilesTarget above, String name) {
        return new FilesTarget(
                above.path().child(name, false), above.lineage(), null, null, null, null, nothing(above));
    }

    private static Configured nothing(FilesTarget in) {
        return new Configured(java.util.Objects.requireNonNull(in.configured()).configuration(), List.of());
    }

    private static Shown shown(FilesTarget collection, String name, List<SheetMember> candidates) {
        Overlay<SheetMember> overlay = Overlay.of(candidates);
        ResourceView resource = overlay.shown() == null ? null : overlay.shown().resource();
        FilesTarget target = new FilesTarget(
                collection.path().child(name, resource != null && resource.collection()),
                collection.lineage(),
                Overlay.parent(sheets(collection), collection.mapped().versioning()),
                overlay.ownRow(),
                resource,
                null,
                new Configured(nothing(collection).configuration(), overlay.sheets()));
        return new Shown(target, candidates);
    }
}
