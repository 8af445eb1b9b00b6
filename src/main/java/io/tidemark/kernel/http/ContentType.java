package io.tidemark.kernel.http;

import io.undertow.servlet.handlers.ServletRequestContext;
import io.undertow.util.Headers;
import jakarta.ws.rs.core.Response;

/**
 * The {@code Content-Type} of an answer, sent as it is written here. Jakarta REST and the servlet container each parse it
 * and write it anew; what a client stored with its file must come back as the client wrote it.
 */
public final class ContentType {

    /** The media type of every XML answer. */
    public static final String XML = "application/xml; charset=utf-8";

    /** The media type of sentences for people. */
    public static final String TEXT = "text/plain; charset=utf-8";

    private ContentType() {}

    /** Sets it on the response to the current request. */
    public static Response.ResponseBuilder set(Response.ResponseBuilder response, String exact) {
        sendExactly(exact);
        return response.header("Content-Type", exact);
    }

    /** Sets one that a client chose, which neither Jakarta REST nor the servlet container can read, perhaps. */
    public static Response.ResponseBuilder setStored(Response.ResponseBuilder response, String exact) {
        sendExactly(exact);
        return response.header("Content-Type", "application/octet-stream");
    }

    private static void sendExactly(String exact) {
        ServletRequestContext.requireCurrent()
                .getExchange()
                .addResponseCommitListener(
                        exchange -> exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, exact));
    }
}
