package io.tidemark.traffic;

import io.tidemark.kernel.figures.Tally;
import io.undertow.servlet.handlers.ServletRequestContext;
import jakarta.inject.Inject;
import jakarta.servlet.DispatcherType;
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
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Lets the requests of one user have a part of the server's threads, never all: whoever sends bodies or reads answers very
 * slowly, on however many connections, keeps nobody waiting but himself. A request with a large XML body counts as
 * several, because it takes that much more memory. It is a servlet filter because an answer is written after Jakarta
 * REST's own filters have run. A request that waits for a change counts while it is worked on.
 */
@WebFilter(
        urlPatterns = "/*",
        dispatcherTypes = {DispatcherType.REQUEST, DispatcherType.ASYNC},
        asyncSupported = true)
public class RequestCeiling implements Filter {

    /** So much XML makes a request count once more: elements may take a hundred times the memory of their text. */
    private static final int PIECE_BYTES = 4_096;

    private static final int PIECES_OF_UNKNOWN = 8;

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
        LaneHandler.signedIn(ServletRequestContext.requireCurrent().getExchange());
        int weight = weight((HttpServletRequest) request);
        if (!enters(caller.getName(), weight)) {
            Tally.OVER_CEILING.add();
            refuse((HttpServletResponse) response);
            return;
        }
        try {
            chain.doFilter(request, response);
        } finally {
            running.computeIfPresent(caller.getName(), (name, sum) -> sum == weight ? null : sum - weight);
        }
    }

    /** Counts the request, if there is room for it: one that is refused takes nobody's place, not even for a moment. */
    private boolean enters(String user, int weight) {
        AtomicBoolean enters = new AtomicBoolean();
        running.compute(user, (name, sum) -> {
            int together = (sum == null ? 0 : sum) + weight;
            enters.setPlain(together <= max);
            return together <= max ? (Integer) together : sum;
        });
        return enters.getPlain();
    }

    /** Bodies of PUT and POST go to the disk as they come; others are XML, and are in memory whole. */
    private int weight(HttpServletRequest request) {
        if (request.getMethod().equals("PUT") || request.getMethod().equals("POST")) {
            return 1;
        }
        long length = request.getContentLengthLong();
        boolean unknown = request.getHeader("Content-Encoding") != null
                || (length < 0 && request.getHeader("Transfer-Encoding") != null);
        long pieces = unknown ? PIECES_OF_UNKNOWN : Math.max(0, length) / PIECE_BYTES;
        return (int) Math.max(1, Math.min(max / 2, 1 + pieces));
    }

    /** RFC 6585, section 4. */
    private static void refuse(HttpServletResponse response) throws IOException {
        response.setStatus(429);
        response.setHeader("Retry-After", "1");
        response.setContentType("text/plain; charset=utf-8");
        response.getWriter().println("Too many requests of this user are under way.");
    }
}
