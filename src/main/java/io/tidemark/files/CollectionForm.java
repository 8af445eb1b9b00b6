package io.tidemark.files;

import io.tidemark.kernel.http.Accept;
import io.tidemark.target.Target;
import jakarta.ws.rs.core.Response;
import java.util.Optional;

/** A form besides the page for people in which GET answers a collection. The room that has one plugs it in as a CDI bean. */
public interface CollectionForm {

    /**
     * The answer to who wants the collection in this form; empty for anybody else.
     *
     * @param withBody whether the answer needs its body, which HEAD does not
     */
    Optional<Response.ResponseBuilder> of(Target collection, Accept wanted, boolean withBody);
}
