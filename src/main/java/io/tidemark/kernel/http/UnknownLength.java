package io.tidemark.kernel.http;

import io.undertow.servlet.handlers.ServletRequestContext;
import io.undertow.util.Headers;

/** The answer to a HEAD whose length GET would not tell either. The container says 0 where no body is written. */
public final class UnknownLength {

    private UnknownLength() {}

    /** Takes {@code Content-Length} out of the answer to the current request. */
    public static void set() {
        ServletRequestContext.requireCurrent()
                .getExchange()
                .addResponseCommitListener(
                        exchange -> exchange.getResponseHeaders().remove(Headers.CONTENT_LENGTH));
    }
}
