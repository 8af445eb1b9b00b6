package io.tidemark.quota;

import io.tidemark.access.Roles;
import io.tidemark.kernel.caller.Caller;
import io.tidemark.kernel.error.DavException;
import io.tidemark.kernel.http.ContentType;
import io.tidemark.kernel.http.DavRequest;
import io.tidemark.kernel.xml.Tidemark;
import io.tidemark.kernel.xml.XmlElement;
import io.tidemark.kernel.xml.XmlWriter;
import io.tidemark.quota.Usage.Share;
import io.tidemark.report.Report;
import io.tidemark.target.ConfiguredTarget;
import io.tidemark.target.FilesTarget;
import io.tidemark.target.Target;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import javax.xml.namespace.QName;

/**
 * {@code T:usage}: what a collection costs, now, in its history and by what was deleted, and by whom (docs/protocol.md,
 * Quotas). To others than administrators it tells of what they wrote themselves.
 */
@ApplicationScoped
public class UsageReport implements Report {

    @Inject
    private UsageCount count;

    @Inject
    private Caller caller;

    @Override
    public QName name() {
        return Tidemark.USAGE;
    }

    @Override
    public boolean isSupportedOn(Target target) {
        return target instanceof FilesTarget files
                && files.isAtName()
                && files.isCollection()
                && !(files instanceof ConfiguredTarget)
                && files.selection() == null;
    }

    /**
     * Answers 200.
     *
     * @throws DavException as {@link UsageCount#of}; 422 for a body with anything in it
     */
    @Override
    public Response answer(Target target, XmlElement body, DavRequest request) {
        if (!body.children().isEmpty()) {
            throw DavException.unprocessable("The report takes nothing.");
        }
        Usage all = count.of(target.mapped().id());
        Usage told = caller.isIn(Roles.ADMIN) ? all : all.of(caller.name());
        StreamingOutput answer = out -> {
            try (XmlWriter xml = new XmlWriter(out).root(name())) {
                write(told.total(), xml);
                for (Share share : told.shares()) {
                    xml.start(Tidemark.SHARE).element(Tidemark.USER, share.user());
                    write(share, xml);
                    xml.end();
                }
            }
        };
        return ContentType.set(Response.ok(), ContentType.XML).entity(answer).build();
    }

    private static void write(Share share, XmlWriter xml) {
        write(Tidemark.LIVE, Tidemark.FILES, share.files(), share.liveBytes(), xml);
        write(Tidemark.HISTORY, Tidemark.REVISIONS, share.revisions(), share.historyBytes(), xml);
        write(Tidemark.DELETED, Tidemark.REVISIONS, share.deletedRevisions(), share.deletedBytes(), xml);
    }

    private static void write(QName part, QName counted, long count, long bytes, XmlWriter xml) {
        xml.start(part)
                .element(counted, Long.toString(count))
                .element(Tidemark.BYTES, Long.toString(bytes))
                .end();
    }
}
