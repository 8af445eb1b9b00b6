package io.tidemark.app;

import io.tidemark.access.Roles;
import io.tidemark.index.IndexedContents;
import io.tidemark.journal.Sequencer;
import io.tidemark.kernel.caller.Caller;
import io.tidemark.kernel.error.Conditions;
import io.tidemark.kernel.error.DavException;
import io.tidemark.kernel.http.ContentType;
import io.tidemark.kernel.http.DavRequest;
import io.tidemark.kernel.xml.Tidemark;
import io.tidemark.kernel.xml.XmlElement;
import io.tidemark.kernel.xml.XmlWriter;
import io.tidemark.report.Report;
import io.tidemark.target.FixedCollection;
import io.tidemark.target.Target;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import javax.xml.namespace.QName;

/** {@code T:server}: how the server is, for administrators (docs/protocol.md, Who holds what). */
@ApplicationScoped
public class ServerReport implements Report {

    private static final List<String> PLACE = List.of("principals");

    @Inject
    private Caller caller;

    @Inject
    private ServerVersion version;

    @Inject
    private ServerRepository repository;

    @Inject
    private IndexedContents contents;

    @EJB
    private Sequencer sequencer;

    @Override
    public QName name() {
        return Tidemark.SERVER;
    }

    @Override
    public boolean isSupportedOn(Target target) {
        return target instanceof FixedCollection && target.path().segments().equals(PLACE);
    }

    /**
     * Answers 200.
     *
     * @throws DavException 403 {@code administrator} to others; 422 for a body with anything in it
     */
    @Override
    public Response answer(Target target, XmlElement body, DavRequest request) {
        if (!body.children().isEmpty()) {
            throw DavException.unprocessable("The report takes nothing.");
        }
        if (!caller.isIn(Roles.ADMIN)) {
            throw DavException.of(403, Conditions.ADMINISTRATOR);
        }
        StreamingOutput answer = out -> {
            try (XmlWriter xml = new XmlWriter(out).root(name())) {
                xml.element(Tidemark.VERSION, version.number());
                xml.element(Tidemark.SCHEMA, repository.schema());
                write(Tidemark.UNNUMBERED_SINCE, sequencer.oldestWaiting(), xml);
                write(Tidemark.HISTORY_SINCE, repository.historySince(), xml);
                write(Tidemark.INDEXED_UNTIL, contents.knownUntil(), xml);
            }
        };
        return ContentType.set(Response.ok(), ContentType.XML).entity(answer).build();
    }

    private static void write(QName name, Optional<Instant> time, XmlWriter xml) {
        time.ifPresent(
                known -> xml.element(name, known.truncatedTo(ChronoUnit.SECONDS).toString()));
    }
}
