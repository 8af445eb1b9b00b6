package io.tidemark.signon;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.PrivilegedActionException;
import java.security.PrivilegedExceptionAction;
import org.wildfly.security.auth.server.SecurityIdentity;

/**
 * Makes whoever sent an app password the caller of all that the application does. It is a filter, because the container's
 * own last handler in front of the application makes everybody nobody whom it has not authenticated itself.
 */
@WebFilter(
        urlPatterns = "/*",
        dispatcherTypes = {DispatcherType.REQUEST, DispatcherType.ASYNC},
        asyncSupported = true)
public class RunAsFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;
    private static final String ATTRIBUTE = RunAsFilter.class.getName();

    /** Notes on a request as whom it is to run. */
    static void set(ServletRequest request, SecurityIdentity user) {
        request.setAttribute(ATTRIBUTE, user);
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        SecurityIdentity user = (SecurityIdentity) request.getAttribute(ATTRIBUTE);
        if (user == null) {
            chain.doFilter(request, response);
            return;
        }
        try {
            user.runAs((PrivilegedExceptionAction<Boolean>) () -> {
                chain.doFilter(request, response);
                return true;
            });
        } catch (PrivilegedActionException e) {
            rethrow(e.getException());
        }
    }

    private static void rethrow(Exception failure) throws IOException, ServletException {
        if (failure instanceof IOException io) {
            throw io;
        }
        if (failure instanceof ServletException servlet) {
            throw servlet;
        }
        throw new ServletException(failure);
    }
}
