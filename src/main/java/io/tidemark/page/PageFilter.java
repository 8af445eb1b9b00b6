package io.tidemark.page;

import io.tidemark.kernel.http.PageAddress;
import io.tidemark.signon.ProviderPage;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/**
 * Answers for all below {@code /ui/} but the session, which is the protocol's: assets by their names, which never change
 * what they mean, and the one document at every other address, because the page itself knows what it shows there.
 */
@WebFilter(urlPatterns = "/ui/*", asyncSupported = true)
public class PageFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;
    private static final String ASSETS = PageAddress.START + "assets/";
    private static final String FOR_EVER = "public, max-age=31536000, immutable";

    @Inject
    private transient ProviderPage provider;

    @Inject
    private transient Page page;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        if (path.equals(PageAddress.SESSION)) {
            chain.doFilter(request, response);
            return;
        }
        switch (request.getMethod()) {
            case "GET", "HEAD" -> answer(path, request, response);
            case "OPTIONS" -> response.setHeader("Allow", "GET, HEAD, OPTIONS");
            default -> {
                response.setHeader("Allow", "GET, HEAD, OPTIONS");
                response.setStatus(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
            }
        }
    }

    private void answer(String path, HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (path.startsWith(ASSETS)) {
            Optional<Asset> asset = page.assets().at(path);
            if (asset.isEmpty()) {
                response.setStatus(HttpServletResponse.SC_NOT_FOUND);
                return;
            }
            response.setHeader("Cache-Control", FOR_EVER);
            send(asset.get(), request, response);
            return;
        }
        Asset start = page.document().of(provider.addresses());
        String tag = '"' + start.hash() + '"';
        response.setHeader("ETag", tag);
        response.setHeader("Cache-Control", "no-cache");
        response.setHeader("Content-Security-Policy", page.document().policy());
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        if (tag.equals(request.getHeader("If-None-Match"))) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        send(start, request, response);
    }

    private static void send(Asset asset, HttpServletRequest request, HttpServletResponse response) throws IOException {
        String codings = request.getHeader("Accept-Encoding");
        boolean gzip = codings != null && codings.contains("gzip");
        byte[] body = gzip ? asset.gzip() : asset.plain();
        if (gzip) {
            response.setHeader("Content-Encoding", "gzip");
        }
        response.setHeader("Vary", "Accept-Encoding");
        response.setContentType(asset.type());
        response.setContentLength(body.length);
        if (!request.getMethod().equals("HEAD")) {
            response.getOutputStream().write(body);
        }
    }
}
