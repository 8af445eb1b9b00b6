package io.tidemark.files;

import io.tidemark.kernel.error.Condition;
import io.tidemark.kernel.error.DavException;
import io.tidemark.kernel.xml.MultistatusWriter;
import io.tidemark.kernel.xml.Rfc4918;
import io.tidemark.kernel.xml.Tidemark;
import io.tidemark.kernel.xml.XmlWriter;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.Optional;
import javax.xml.namespace.QName;

/** Says how far an import has come. */
final class ImportAnswer {

    private final ImportRun run;

    ImportAnswer(ImportRun run) {
        this.run = run;
    }

    /** The body of a success: {@code T:import}. */
    StreamingOutput done() {
        return out -> {
            try (XmlWriter xml = new XmlWriter(out)) {
                xml.root(Tidemark.IMPORT);
                writeTally(xml);
            }
        };
    }

    /** The status of what stopped the import: that of the entry, if it was one. */
    static int status(DavException refusal) {
        return entry(refusal).map(DavException.MemberFailure::status).orElse(refusal.status());
    }

    /** The body of a failure: {@code DAV:error} with the condition, if one explains it, and {@code T:import-stopped}. */
    StreamingOutput stopped(DavException refusal) {
        Optional<DavException.MemberFailure> entry = entry(refusal);
        Condition condition = entry.isPresent() ? entry.get().condition() : refusal.condition();
        return out -> {
            try (XmlWriter xml = new XmlWriter(out)) {
                xml.root(Rfc4918.ERROR);
                if (condition != null) {
                    MultistatusWriter.write(condition, xml);
                }
                xml.start(Tidemark.IMPORT_STOPPED);
                entry.ifPresent(failure -> xml.href(failure.href()));
                if (entry.isEmpty()) {
                    xml.element(Rfc4918.RESPONSEDESCRIPTION, String.valueOf(refusal.getMessage()));
                }
                writeTally(xml);
            }
        };
    }

    private static Optional<DavException.MemberFailure> entry(DavException refusal) {
        return refusal.members().stream().findFirst();
    }

    private void writeTally(XmlWriter xml) {
        ImportTally tally = run.tally();
        element(xml, "created", tally.created());
        element(xml, "replaced", tally.replaced());
        element(xml, "unchanged", tally.unchanged());
        element(xml, "collections", tally.collections());
        element(xml, "bytes", tally.bytes());
        element(xml, "changes", tally.changes());
        if (tally.versions() > 0) {
            element(xml, "versions", tally.versions());
        }
        element(xml, "skipped", run.skippedCount());
        run.skipped().forEach(name -> xml.element(Tidemark.SKIPPED_NAME, name));
    }

    private static void element(XmlWriter xml, String name, long value) {
        xml.element(new QName(Tidemark.NAMESPACE, name), Long.toString(value));
    }
}
