package io.tidemark.search;

import io.tidemark.files.OptionsHeaders;
import io.tidemark.target.Target;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;

/** OPTIONS tells what SEARCH understands (RFC 5323, section 3.2). */
@ApplicationScoped
public class SearchOptions implements OptionsHeaders {

    @Override
    public Map<String, String> of(Target target) {
        return SearchEndpoint.isSearched(target) ? Map.of("DASL", "<DAV:basicsearch>") : Map.of();
    }
}
