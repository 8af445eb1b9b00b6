package io.tidemark.history;

import io.tidemark.journal.Sequencer;
import io.tidemark.kernel.error.DavException;
import io.tidemark.kernel.http.DavRequest;
import io.tidemark.kernel.http.MultistatusResponse;
import io.tidemark.kernel.http.Prefer;
import io.tidemark.kernel.xml.Tidemark;
import io.tidemark.kernel.xml.XmlElement;
import io.tidemark.property.Properties;
import io.tidemark.report.Report;
import io.tidemark.target.FilesTarget;
import io.tidemark.target.Target;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import javax.xml.namespace.QName;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** {@code T:compare}: what differs between two states of a file or a tree, or of two of them (docs/history.md). */
@ApplicationScoped
public class CompareReport implements Report {

    @Inject
    private States states;

    @Inject
    private CompareReader reader;

    @Inject
    private FeedScopes scopes;

    @Inject
    private Properties properties;

    @EJB
    private Sequencer sequencer;

    @Inject
    @ConfigProperty(name = "tidemark.sync.max-results", defaultValue = "250000")
    private int maxResults;

    @Override
    public QName name() {
        return Tidemark.COMPARE;
    }

    @Override
    public boolean isSupportedOn(Target target) {
        return target instanceof FilesTarget files && scopes.isRecorded(files);
    }

    /**
     * Answers 207.
     *
     * @throws DavException as {@link States} does; 409 {@code T:no-such-state} for a file and a tree
     */
    @Override
    public Response answer(Target target, XmlElement body, DavRequest request) {
        CompareRequest asked = CompareRequest.parse(body);
        FilesTarget files = (FilesTarget) target;
        sequencer.sequence();
        TreeState from = states.of(files, asked.from(), request.host());
        TreeState to = states.of(files, asked.to(), request.host());
        if (from.target().isCollection() != to.target().isCollection()) {
            throw States.noSuchState();
        }
        boolean minimal = request.prefer().minimal();
        int limit = Math.min(asked.limit().orElse(maxResults), maxResults);
        return MultistatusResponse.of(new CompareAnswer(files, asked, from, to, reader, properties, minimal, limit))
                .header("Preference-Applied", minimal ? Prefer.MINIMAL : null)
                .build();
    }
}
