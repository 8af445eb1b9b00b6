package io.tidemark.upload;

import io.tidemark.kernel.caller.Caller;
import io.tidemark.kernel.error.DavException;
import io.tidemark.kernel.http.DavPath;
import io.tidemark.kernel.http.PercentEncoding;
import io.tidemark.kernel.xml.Spelling;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;
import java.util.List;

/**
 * Has the answer to a request that spells paths as Nextcloud does spell them so. The user in them is the caller: another's
 * URLs lead nowhere.
 */
@Provider
public class SpellingFilter implements ContainerRequestFilter {

    @Inject
    private HttpServletRequest servlet;

    @Inject
    private Caller caller;

    @Override
    public void filter(ContainerRequestContext context) {
        String raw = servlet.getRequestURI().substring(servlet.getContextPath().length());
        if (!raw.startsWith("/")) {
            return;
        }
        List<String> names = DavPath.parseAsSent(raw).segments();
        if (names.size() < DavPath.SECOND_SPELLING || !names.get(0).equals("dav")) {
            return;
        }
        String user = names.get(2);
        if (!user.equals(caller.name())) {
            throw DavException.notFound();
        }
        StringBuilder encoded = new StringBuilder();
        PercentEncoding.encode(user, encoded);
        new Spelling(encoded.toString()).use();
    }
}
