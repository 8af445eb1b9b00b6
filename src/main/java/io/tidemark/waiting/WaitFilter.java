package io.tidemark.waiting;

import jakarta.inject.Inject;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Takes requests that wait from their threads. It is a servlet filter because Jakarta REST, when it has a request wait, goes
 * on with it behind its own filters, without the caller; here a request comes again as it came first.
 */
@WebFilter(
        urlPatterns = "/*",
        dispatcherTypes = {DispatcherType.REQUEST, DispatcherType.ASYNC},
        asyncSupported = true)
public class WaitFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;

    @Inject
    private transient WaitingRequests waiting;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        chain.doFilter(request, response);
        Wait wait = WaitingRequests.waitOf(request);
        Watch watch = wait == null ? null : wait.take();
        if (wait == null || watch == null || response.isCommitted()) {
            return;
        }
        response.reset();
        AsyncContext left = request.startAsync();
        left.setTimeout(0);
        waiting.add(new ParkedRequest(
                left, request.getRequestURI(), request.getUserPrincipal().getName(), wait, watch));
    }
}
