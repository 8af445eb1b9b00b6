package io.tidemark.sync;

import io.tidemark.journal.SyncToken;
import io.tidemark.journal.SyncTokens;
import io.tidemark.kernel.xml.Rfc6578;
import io.tidemark.kernel.xml.XmlWriter;
import io.tidemark.namespace.ResourceView;
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
import java.util.UUID;
import javax.xml.namespace.QName;

/** {@code DAV:sync-token}: the value that a report would return at this moment (RFC 6578, section 4). */
@ApplicationScoped
public class SyncTokenProperty implements LiveProperty {

    private record PageTokens(Map<UUID, SyncToken> byCollection) {}

    @Inject
    private SyncTokens tokens;

    @Inject
    private CollectionTokens collections;

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
        ResourceView resource = target.resource();
        if (target instanceof FilesTarget files && files.isConfigured()) {
            xml.element(name(), collections.current(files).toString());
            return;
        }
        SyncToken token = resource == null
                ? fixed.token(target)
                : Objects.requireNonNull(context.shared(PageTokens.class, this::read)
                        .byCollection()
                        .get(resource.id()));
        xml.element(name(), token.toString());
    }

    private PageTokens read(List<Target> page) {
        List<UUID> collections = page.stream()
                .filter(SyncCollectionReport::isRecorded)
                .map(target -> Objects.requireNonNull(target.resource()).id())
                .distinct()
                .toList();
        Map<UUID, SyncToken> byCollection = new HashMap<>();
        tokens.current(collections).forEach(token -> byCollection.put(token.collection(), token));
        return new PageTokens(byCollection);
    }
}
