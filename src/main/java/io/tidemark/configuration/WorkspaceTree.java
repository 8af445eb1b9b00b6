package io.tidemark.configuration;

import io.tidemark.kernel.http.DavPath;
import io.tidemark.namespace.Parent;
import io.tidemark.namespace.ResourceView;
import io.tidemark.namespace.Sheet;
import io.tidemark.namespace.SheetMember;
import io.tidemark.namespace.SheetRepository;
import io.tidemark.namespace.Versioning;
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
import org.jspecify.annotations.Nullable;

/**
 * What a workspace shows: its own tree laid on top of those of the configurations that it is derived from. Collections of
 * the same path are one; of what else has the same path, the nearest shows.
 */
@ApplicationScoped
public class WorkspaceTree {

    /** New members of a workspace are under version control, and each change of them makes a revision. */
    static final Versioning VERSIONED = new Versioning(true, true);

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

    /** What of all that the sheets have at a name shows: the nearest, and what lies below it of the same collection. */
    private static Shown shown(FilesTarget collection, String name, List<SheetMember> candidates) {
        List<Sheet> sheets = sheets(collection);
        SheetMember nearest = null;
        List<Sheet> below = new ArrayList<>();
        for (SheetMember candidate : candidates) {
            Sheet sheet = sheets.get(candidate.sheet());
            ResourceView resource = candidate.resource();
            if (resource != null) {
                if (nearest != null && !resource.collection()) {
                    break;
                }
                nearest = nearest == null ? candidate : nearest;
                if (!resource.collection()) {
                    break;
                }
                below.add(candidate.below(sheet));
            }
            if (candidate.hides()) {
                break;
            }
        }
        return new Shown(target(collection, name, nearest, ownRow(sheets, candidates, nearest), below), candidates);
    }

    /** The workspace's own row of a name, if that is where the name gets from what it shows. */
    private static @Nullable Long ownRow(
            List<Sheet> sheets, List<SheetMember> candidates, @Nullable SheetMember nearest) {
        SheetMember row = nearest != null ? nearest : candidates.isEmpty() ? null : candidates.get(0);
        return row != null && sheets.get(row.sheet()).own() ? row.id() : null;
    }

    private static FilesTarget target(
            FilesTarget collection,
            String name,
            @Nullable SheetMember shown,
            @Nullable Long ownRow,
            List<Sheet> below) {
        ResourceView resource = shown == null ? null : shown.resource();
        Configured in = nothing(collection);
        return new FilesTarget(
                collection.path().child(name, resource != null && resource.collection()),
                collection.lineage(),
                parent(collection),
                ownRow,
                resource,
                null,
                new Configured(in.configuration(), below));
    }

    /** The collection as its members see it: the workspace's own one, if there is one yet. */
    private static Parent parent(FilesTarget collection) {
        Sheet nearest = sheets(collection).get(0);
        return nearest.own()
                ? new Parent(nearest.collection(), collection.mapped().versioning(), true)
                : new Parent(nearest.collection(), VERSIONED);
    }
}
