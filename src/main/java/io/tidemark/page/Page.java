package io.tidemark.page;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContext;
import java.io.IOException;

/** The page as it is served: made once, when the server starts, which fails if a part of it is missing. */
@Dependent
class Page {

    private final PageAssets assets;
    private final PageDocument document;

    /**
     * Reads it.
     *
     * @throws IOException when a part cannot be read
     */
    @Inject
    Page(ServletContext context) throws IOException {
        assets = new PageAssets(context);
        document = new PageDocument(assets);
    }

    /** What it is made of. */
    PageAssets assets() {
        return assets;
    }

    /** What starts it. */
    PageDocument document() {
        return document;
    }
}
