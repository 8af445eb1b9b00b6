package io.tidemark.files;

import io.tidemark.kernel.http.DavPath;
import io.tidemark.kernel.xml.ConfigurationDraft;
import io.tidemark.kernel.xml.Rfc3253;
import io.tidemark.kernel.xml.XmlElement;
import io.tidemark.kernel.xml.XmlWriter;
import io.tidemark.target.RevisionsSubtree;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.OutputStream;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javax.xml.namespace.QName;

/**
 * What OPTIONS answers to a body: what the versioning draft's {@code DAV:verinfo} asks for, and the collections that RFC
 * 3253 asks for (sections 5.5, 6.4 and 13.7). What else a body asks for is ignored, as RFC 4918, section 17, has it.
 */
record OptionsAnswer(List<VersioningFeature> features, XmlElement body) implements StreamingOutput {

    private static final List<QName> COLLECTION_SETS = List.of(
            Rfc3253.VERSION_HISTORY_COLLECTION_SET, Rfc3253.WORKSPACE_COLLECTION_SET, Rfc3253.ACTIVITY_COLLECTION_SET);

    @Override
    public void write(OutputStream out) {
        boolean versioning = body.child(ConfigurationDraft.VERINFO).isPresent();
        try (XmlWriter xml = new XmlWriter(out)) {
            xml.root(versioning ? ConfigurationDraft.OPTIONS : Rfc3253.OPTIONS_RESPONSE);
            if (versioning) {
                xml.start(ConfigurationDraft.VERINFO);
                features.forEach(feature -> feature.describe(xml));
                xml.end();
            }
            COLLECTION_SETS.stream().filter(set -> body.child(set).isPresent()).forEach(set -> write(set, xml));
        }
    }

    private void write(QName set, XmlWriter xml) {
        xml.start(set);
        collections(set).forEach(collection -> xml.href(collection.href()));
        xml.end();
    }

    private Stream<DavPath> collections(QName set) {
        return set.equals(Rfc3253.VERSION_HISTORY_COLLECTION_SET)
                ? Stream.of(RevisionsSubtree.ROOT)
                : features.stream()
                        .map(feature -> feature.collectionSets().get(set))
                        .filter(Objects::nonNull);
    }
}
