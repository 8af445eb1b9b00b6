package io.tidemark.history;

import io.tidemark.journal.NumberedChange;
import io.tidemark.journal.NumberedChanges;
import io.tidemark.journal.Sequencer;
import io.tidemark.kernel.error.Conditions;
import io.tidemark.kernel.error.DavException;
import io.tidemark.kernel.http.ContentType;
import io.tidemark.kernel.http.DavRequest;
import io.tidemark.kernel.xml.Tidemark;
import io.tidemark.kernel.xml.XmlElement;
import io.tidemark.kernel.xml.XmlWriter;
import io.tidemark.report.Report;
import io.tidemark.target.ConfiguredTrees;
import io.tidemark.target.FilesTarget;
import io.tidemark.target.Target;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.Optional;
import javax.xml.namespace.QName;

/** {@code T:changes}: who did what in a file or a tree, the newest first (docs/history.md). */
@ApplicationScoped
public class ChangesReport implements Report {

    @Inject
    private FeedRepository repository;

    @Inject
    private FeedSight sight;

    @Inject
    private FeedScopes scopes;

    @Inject
    private ChangeHeadRepository heads;

    @Inject
    private States states;

    @Inject
    private NumberedChanges changes;

    @Inject
    private ConfiguredTrees trees;

    @EJB
    private Sequencer sequencer;

    @Override
    public QName name() {
        return Tidemark.CHANGES;
    }

    @Override
    public boolean isSupportedOn(Target target) {
        return target instanceof FilesTarget files && scopes.isRecorded(files);
    }

    /**
     * Answers 200.
     *
     * @throws DavException as {@link States} does, and 409 {@code T:no-such-change} for what is no place in the list
     */
    @Override
    public Response answer(Target target, XmlElement body, DavRequest request) {
        ChangesRequest asked = ChangesRequest.parse(body);
        FilesTarget files = (FilesTarget) target;
        sequencer.sequence();
        long high = asked.before().map(this::olderThan).orElse(Long.MAX_VALUE);
        high = Math.min(high, number(files, asked.until()).orElse(Long.MAX_VALUE));
        long low = number(files, asked.after()).orElse(0L);
        Feed feed = new Feed(files, repository, sight, asked.deep());
        FeedItems items = new FeedItems(files, asked.deep(), repository, sight, trees);
        scopes.begin(files, low, high, feed);
        StreamingOutput answer = out -> {
            try (XmlWriter xml = new XmlWriter(out).root(Tidemark.CHANGES)) {
                new ChangesAnswer(asked, feed, items, heads).write(xml);
            }
        };
        return ContentType.set(Response.ok(), ContentType.XML).entity(answer).build();
    }

    private Optional<Long> number(FilesTarget files, Optional<State> state) {
        return state.map(known -> states.number(files, known));
    }

    private long olderThan(String id) {
        return ChangeId.parse(id)
                        .flatMap(known -> changes.find(known.value()))
                        .map(NumberedChange::number)
                        .orElseThrow(() -> DavException.of(409, Conditions.NO_SUCH_CHANGE))
                - 1;
    }
}
