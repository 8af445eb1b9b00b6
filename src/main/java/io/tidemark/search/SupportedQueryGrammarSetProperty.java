package io.tidemark.search;

import io.tidemark.kernel.xml.Rfc5323;
import io.tidemark.kernel.xml.XmlWriter;
import io.tidemark.property.LiveProperty;
import io.tidemark.property.PropertyContext;
import io.tidemark.target.Target;
import jakarta.enterprise.context.ApplicationScoped;
import javax.xml.namespace.QName;

/** {@code DAV:supported-query-grammar-set}: what SEARCH understands (RFC 5323, section 3.4.2). */
@ApplicationScoped
public class SupportedQueryGrammarSetProperty implements LiveProperty {

    @Override
    public QName name() {
        return Rfc5323.SUPPORTED_QUERY_GRAMMAR_SET;
    }

    @Override
    public boolean isDefinedOn(Target target) {
        return SearchEndpoint.isSearched(target);
    }

    @Override
    public void write(Target target, PropertyContext context, XmlWriter xml) {
        xml.start(name())
                .start(Rfc5323.SUPPORTED_QUERY_GRAMMAR)
                .start(Rfc5323.GRAMMAR)
                .empty(Rfc5323.BASICSEARCH)
                .end()
                .end()
                .end();
    }
}
