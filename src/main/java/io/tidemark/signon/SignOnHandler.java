package io.tidemark.signon;

import io.tidemark.apppassword.CurrentAppPassword;
import io.tidemark.audit.AuditNotes;
import io.tidemark.kernel.error.DavException;
import io.tidemark.kernel.figures.Tally;
import io.tidemark.kernel.sql.DatabaseState;
import io.tidemark.kernel.sql.SqlFailure;
import io.undertow.security.idm.Account;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.servlet.handlers.ServletRequestContext;
import io.undertow.util.HeaderMap;
import io.undertow.util.HeaderValues;
import io.undertow.util.Headers;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.servlet.ServletRequest;
import java.io.IOException;
import java.net.InetAddress;
import java.security.Principal;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.wildfly.security.auth.server.SecurityIdentity;

/**
 * Stands between the container's authentication and its first look at a request: it slows guessers down, takes app
 * passwords and the cookies of the page, and turns a password into a token where the container takes tokens only.
 */
final class SignOnHandler implements HttpHandler {

    private static final Logger LOG = Logger.getLogger(SignOnHandler.class);
    private static final int UNAUTHORIZED = 401;
    private static final String BASIC_CHALLENGE = "Basic realm=\"Tidemark\", charset=\"UTF-8\"";

    private final HttpHandler container;
    private volatile @Nullable Beans beans;

    SignOnHandler(HttpHandler container) {
        this.container = container;
    }

    @Override
    public void handleRequest(HttpServerExchange exchange) throws Exception {
        HeaderValues authorization = exchange.getRequestHeaders().get(Headers.AUTHORIZATION);
        if (authorization != null && authorization.size() > 1) {
            // The container would try each of them: several guesses in one request.
            end(exchange, 400);
            return;
        }
        if (EvidenceReader.isAboutThePage(exchange)) {
            // Everybody may have it. A password that is sent with it would be a guess that no refusal counts.
            exchange.getRequestHeaders().remove(Headers.AUTHORIZATION);
            container.handleRequest(exchange);
            return;
        }
        Beans beans = beans();
        exchange.addResponseCommitListener(
                answered -> challenge(answered, beans.signOn().takesTokens()));
        Optional<Evidence> evidence;
        try {
            evidence = EvidenceReader.read(exchange);
        } catch (DavException e) {
            end(exchange, e.status());
            return;
        }
        if (evidence.isPresent() || authorization != null) {
            exchange.addResponseCommitListener(SignOnHandler::count);
        }
        if (evidence.isPresent()) {
            handle(exchange, evidence.get(), beans);
        } else {
            String header = authorization == null ? null : authorization.getFirst();
            // What is malformed here the container might still read: a guess that nobody counts.
            carryOut(BasicCredentials.isBasic(header) ? new SignOn.Refused() : new SignOn.ByContainer(), exchange);
        }
    }

    private void handle(HttpServerExchange exchange, Evidence evidence, Beans beans) throws Exception {
        BasicCredentials credentials = evidence.counted();
        if (evidence instanceof Evidence.Password) {
            AuditNotes.of(request(exchange)).claims(credentials.user());
            exchange.getRequestHeaders().put(Headers.AUTHORIZATION, credentials.header());
        }
        Throttle throttle = beans.throttle();
        InetAddress address = exchange.getSourceAddress().getAddress();
        Duration wait = throttle.enter(credentials, address);
        if (!wait.isZero()) {
            Tally.SIGN_ONS_SLOWED.add();
            exchange.getResponseHeaders().put(Headers.RETRY_AFTER, Long.toString(wait.toSeconds() + 1));
            end(exchange, 429);
            return;
        }
        SignOn.Step step;
        try {
            step = beans.signOn().decide(evidence);
        } catch (IOException e) {
            unavailable(exchange, e);
            return;
        } catch (SqlFailure e) {
            // App passwords are in the database.
            if (beans.database().trouble(e) == null) {
                throw e;
            }
            exchange.getResponseHeaders().put(Headers.RETRY_AFTER, "5");
            end(exchange, 503);
            return;
        }
        exchange.addResponseCommitListener(answered -> {
            if (answered.getStatusCode() == UNAUTHORIZED) {
                throttle.failed(credentials, address);
            } else if (answered.getSecurityContext().getAuthenticatedAccount() != null) {
                throttle.succeeded(credentials, address);
            }
        });
        carryOut(step, exchange);
    }

    private void carryOut(SignOn.Step step, HttpServerExchange exchange) throws Exception {
        if (step instanceof SignOn.As as) {
            ServletRequest request = request(exchange);
            CurrentAppPassword.set(request, as.password());
            RunAsFilter.set(request, as.user());
            exchange.getSecurityContext().authenticationComplete(new UserAccount(as.user()), "BASIC", false);
        } else if (step instanceof SignOn.ByToken by) {
            exchange.getRequestHeaders().put(Headers.AUTHORIZATION, "Bearer " + by.token());
        } else if (step instanceof SignOn.Refused) {
            exchange.getRequestHeaders().remove(Headers.AUTHORIZATION);
        }
        try {
            container.handleRequest(exchange);
        } catch (IllegalArgumentException | IllegalStateException e) {
            if (exchange.getSecurityContext().isAuthenticated()) {
                throw e;
            }
            // The container has no keys of the OpenID provider, and cannot say that otherwise.
            unavailable(exchange, e);
        }
    }

    private static void count(HttpServerExchange answered) {
        if (answered.getStatusCode() == UNAUTHORIZED) {
            Tally.SIGN_ON_FAILURES.add();
        } else if (answered.getSecurityContext().getAuthenticatedAccount() != null) {
            Tally.SIGN_ONS.add();
        }
    }

    private static void unavailable(HttpServerExchange exchange, Exception cause) {
        LOG.warnf("Nobody can say who sent a request: %s", cause);
        exchange.getResponseHeaders().put(Headers.RETRY_AFTER, "10");
        end(exchange, 503);
    }

    /**
     * The container says nothing of the encoding of passwords, so that programs choose their own; and where it takes tokens
     * it offers tokens alone, though clients that know nothing but passwords need to hear of those, too (RFC 7617). The page
     * asks for passwords itself: to a request of its own no browser may answer with a dialogue.
     */
    private static void challenge(HttpServerExchange answered, boolean takesTokens) {
        if (answered.getStatusCode() != UNAUTHORIZED) {
            return;
        }
        HeaderMap headers = answered.getResponseHeaders();
        HeaderValues offered = headers.get(Headers.WWW_AUTHENTICATE);
        boolean basic = offered != null && offered.removeIf(challenge -> challenge.startsWith("Basic "));
        if (EvidenceReader.isOfThePage(answered)) {
            if (offered != null && offered.isEmpty()) {
                headers.remove(Headers.WWW_AUTHENTICATE);
            }
        } else if (basic || takesTokens) {
            headers.add(Headers.WWW_AUTHENTICATE, BASIC_CHALLENGE);
        }
    }

    private static ServletRequest request(HttpServerExchange exchange) {
        return exchange.getAttachment(ServletRequestContext.ATTACHMENT_KEY).getServletRequest();
    }

    private static void end(HttpServerExchange exchange, int status) {
        exchange.setStatusCode(status).endExchange();
    }

    /** The container makes handlers before there are beans, and looks up who asks for one by his stack trace: once. */
    private Beans beans() {
        Beans known = beans;
        if (known == null) {
            CDI<Object> all = CDI.current();
            known = new Beans(
                    all.select(SignOn.class).get(),
                    all.select(Throttle.class).get(),
                    all.select(DatabaseState.class).get());
            beans = known;
        }
        return known;
    }

    /** What the handler works with: proxies that any thread may use. */
    private record Beans(SignOn signOn, Throttle throttle, DatabaseState database) {}

    /** A user of the container's, as its HTTP server wants to see one. */
    private record UserAccount(SecurityIdentity user) implements Account {

        @Override
        public Principal getPrincipal() {
            return user.getPrincipal();
        }

        @Override
        public Set<String> getRoles() {
            return ContainerUsers.groups(user);
        }
    }
}
