package io.tidemark.sync;

import io.tidemark.journal.SyncToken;
import io.tidemark.kernel.http.DavPath;
import io.tidemark.kernel.xml.Rfc6578;
import io.tidemark.kernel.xml.XmlWriter;
import io.tidemark.property.LiveProperty;
import io.tidemark.property.PropertyContext;
import io.tidemark.target.FilesTarget;
import io.tidemark.target.Target;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.xml.namespace.QName;

/** {@code DAV:sync-token}: the value that a report would return at this moment (RFC 6578, section 4). */
@ApplicationScoped
public class SyncTokenProperty implements LiveProperty {

    private record PageTokens(Map<DavPath, SyncToken> byPath) {}

    @Inject
    private CollectionTokens tokens;

    @Inject
    private FixedSync fixed;

    @Override
    public QName name() {
        return Rfc6578.SYNC_TOKEN;
    }

    @Override
    public boolean isDefinedOn(Target target) {
        return SyncCollectionReport.isRecorded(target) || fixed.isSupportedOn(target);
    }

    @Override
    public void write(Target target, PropertyContext context, XmlWriter xml) {
        SyncToken token = SyncCollectionReport.isRecorded(target)
                ? Objects.requireNonNull(
                        context.shared(PageTokens.class, this::read).byPath().get(target.path()))
                : fixed.token(target);
        xml.element(name(), token.toString());
    }

    private PageTokens read(List<Target> page) {
        List<FilesTarget> collections = page.stream()
                .filter(SyncCollectionReport::isRecorded)
                .map(FilesTarget.class::cast)
                .toList();
        List<SyncToken> current = tokens.current(collections);
        Map<DavPath, SyncToken> byPath = new HashMap<>();
        for (int i = 0; i < current.size(); i++) {
            byPath.put(collections.get(i).path(), current.get(i));
        }
        return new PageTokens(byPath);
    }
}
