package io.tidemark.retention;

import io.tidemark.kernel.error.DavException;
import io.tidemark.kernel.http.ContentType;
import io.tidemark.kernel.http.DavRequest;
import io.tidemark.kernel.xml.Tidemark;
import io.tidemark.kernel.xml.XmlElement;
import io.tidemark.kernel.xml.XmlWriter;
import io.tidemark.report.Report;
import io.tidemark.retention.Expendable.Found;
import io.tidemark.target.ConfiguredTarget;
import io.tidemark.target.FilesTarget;
import io.tidemark.target.Target;
import io.tidemark.target.Targets;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import javax.xml.namespace.QName;

/**
 * {@code T:retention}: which revisions would go now of a file, or of each file below a collection that the caller may read
 * (docs/retention.md). It changes nothing.
 */
@ApplicationScoped
public class RetentionReport implements Report {

    private static final int PAGE = 500;

    @Inject
    private Targets targets;

    @Inject
    private RetentionRepository repository;

    @Inject
    private Policies policies;

    @Inject
    private Expendable expendable;

    @Override
    public QName name() {
        return Tidemark.RETENTION;
    }

    @Override
    public boolean isSupportedOn(Target target) {
        return target instanceof FilesTarget files
                && files.isAtName()
                && !(files instanceof ConfiguredTarget)
                && files.selection() == null
                && (files.isVersioned() || files.isCollection());
    }

    @Override
    public Response answer(Target target, XmlElement body, DavRequest request) {
        if (!body.children().isEmpty()) {
            throw DavException.unprocessable("The report takes nothing.");
        }
        Instant now = Instant.now();
        StreamingOutput answer = out -> {
            try (XmlWriter xml = new XmlWriter(out)) {
                xml.root(name());
                walk((FilesTarget) target, now, xml);
                xml.end();
            }
        };
        return ContentType.set(Response.ok(), ContentType.XML).entity(answer).build();
    }

    private void walk(FilesTarget target, Instant now, XmlWriter xml) {
        if (target.isFile()) {
            write(List.of(target), now, xml);
        } else {
            walk(target, now, xml, new HashSet<>());
        }
    }

    /**
     * Goes through a collection; of each that it is in, one page of members is in memory.
     *
     * @param shared the collections with several names that it has gone through
     */
    private void walk(FilesTarget collection, Instant now, XmlWriter xml, Set<UUID> shared) {
        for (List<FilesTarget> page : targets.pages(collection, PAGE)) {
            write(page.stream().filter(Target::isFile).toList(), now, xml);
            List<FilesTarget> collections =
                    page.stream().filter(Target::isCollection).toList();
            Set<UUID> several = repository.withSeveralNames(
                    collections.stream().map(below -> below.mapped().id()).toList());
            for (FilesTarget below : collections) {
                UUID id = below.mapped().id();
                if (!several.contains(id) || shared.add(id)) {
                    walk(below, now, xml, shared);
                }
            }
        }
    }

    private void write(List<FilesTarget> files, Instant now, XmlWriter xml) {
        Set<UUID> old = repository.withHistory(
                files.stream().map(file -> file.mapped().id()).toList());
        for (FilesTarget file : files) {
            UUID id = file.mapped().id();
            List<Policy> counting = old.contains(id) ? policies.of(id).policies() : List.of();
            if (!counting.isEmpty()) {
                write(file, expendable.of(id, counting, now, 0), xml);
            }
        }
    }

    private static void write(FilesTarget file, Found found, XmlWriter xml) {
        if (found.count() == 0) {
            return;
        }
        xml.start(Tidemark.FILE)
                .href(file.href())
                .element(Tidemark.REVISIONS, Integer.toString(found.count()))
                .element(Tidemark.BYTES, Long.toString(found.bytes()));
        found.rules().forEach(rule -> xml.element(Tidemark.RULE, rule.name().toLowerCase(Locale.ROOT)));
        xml.end();
    }
}
