package io.tidemark.property;

import io.tidemark.content.ContentHash;
import io.tidemark.content.ContentRepository;
import io.tidemark.content.Sums;
import io.tidemark.kernel.xml.Owncloud;
import io.tidemark.kernel.xml.XmlWriter;
import io.tidemark.namespace.ResourceView;
import io.tidemark.target.Target;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import javax.xml.namespace.QName;

/**
 * {@code checksums} of ownCloud: by which clients compare contents without reading them. Of contents that are older than the
 * property, it has the SHA-256 alone until the others have been taken in the background.
 */
@ApplicationScoped
public class ChecksumsProperty implements LiveProperty {

    private record Known(Map<ContentHash, Sums> sums) {}

    @Inject
    private ContentRepository contents;

    @Override
    public QName name() {
        return Owncloud.CHECKSUMS;
    }

    @Override
    public boolean isDefinedOn(Target target) {
        ResourceView resource = target.resource();
        return resource != null && resource.hash() != null;
    }

    @Override
    public void write(Target target, PropertyContext context, XmlWriter xml) {
        ContentHash hash = target.mapped().body();
        Sums sums = context.shared(Known.class, this::read).sums().get(hash);
        HexFormat hex = HexFormat.of();
        String others =
                sums == null ? "" : "SHA1:%s MD5:%s ".formatted(hex.formatHex(sums.sha1()), hex.formatHex(sums.md5()));
        xml.start(name()).element(Owncloud.CHECKSUM, others + "SHA256:" + hash).end();
    }

    private Known read(List<Target> page) {
        return new Known(contents.sums(page.stream()
                .map(Target::resource)
                .filter(Objects::nonNull)
                .map(ResourceView::hash)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet())));
    }
}
