package io.tidemark.access;

import jakarta.inject.Inject;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Lets the requests of one user have a part of the server's threads, never all: whoever sends bodies or reads answers very
 * slowly, on however many connections, keeps nobody waiting but himself. It is a servlet filter because an answer is
 * written after Jakarta REST's own filters have run.
 */
@WebFilter("/*")
public class RequestCeiling implements Filter {

    private final ConcurrentMap<String, Integer> running = new ConcurrentHashMap<>();

    @Inject
    @ConfigProperty(name = "tidemark.requests-per-user", defaultValue = "128")
    private int max;

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Principal caller = ((HttpServletRequest) request).getUserPrincipal();
        if (caller == null) {
            chain.doFilter(request, response);
            return;
        }
        try {
            if (running.merge(caller.getName(), 1, Integer::sum) > max) {
                refuse((HttpServletResponse) response);
            } else {
                chain.doFilter(request, response);
            }
        } finally {
            running.computeIfPresent(caller.getName(), (name, count) -> count == 1 ? null : count - 1);
        }
    }

    /** RFC 6585, section 4. */
    private static void refuse(HttpServletResponse response) throws IOException {
        response.setStatus(429);
        response.setHeader("Retry-After", "1");
        response.setContentType("text/plain; charset=utf-8");
        response.getWriter().println("Too many requests of this user are under way.");
    }
}
