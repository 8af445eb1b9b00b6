package io.tidemark.upload;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.ext.Provider;

/**
 * Says of the answer to a request with the last bytes, whatever it is, that the whole has come: so a client tells a refusal of
 * the whole from one of its bytes.
 */
@Provider
public class CompleteFilter implements ContainerResponseFilter {

    private static final String HAS_COME = CompleteFilter.class.getName();

    @Inject
    private HttpServletRequest servlet;

    /** Notes that the whole has come with a request. */
    static void hasCome(HttpServletRequest servlet) {
        servlet.setAttribute(HAS_COME, true);
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (servlet.getAttribute(HAS_COME) != null) {
            response.getHeaders().putSingle(UploadFields.COMPLETE, UploadFields.TRUE);
        }
    }
}
