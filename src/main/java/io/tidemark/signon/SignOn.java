package io.tidemark.signon;

import io.tidemark.apppassword.AppPassword;
import io.tidemark.apppassword.AppPasswords;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.wildfly.security.auth.server.SecurityIdentity;

/** What becomes of what a request brings to show who sent it, before the container looks at them. */
@ApplicationScoped
public class SignOn {

    @EJB
    private AppPasswords appPasswords;

    @Inject
    private OidcSettings oidc;

    @Inject
    private BasicTokens tokens;

    @Inject
    @ConfigProperty(name = "tidemark.app-passwords.max-absence", defaultValue = "P30D")
    private Duration maxAbsence;

    /** What the handler does next. */
    sealed interface Step {}

    /** Let the container check the name and the password. */
    record ByContainer() implements Step {}

    /** Let the container check this token instead. */
    record ByToken(String token) implements Step {}

    /** Go on as this user, who has sent an app password. */
    record As(SecurityIdentity user, AppPassword password) implements Step {}

    /** Go on as nobody: the container asks for credentials. */
    record Refused() implements Step {}

    /**
     * Decides.
     *
     * @throws IOException when those who know the user cannot be asked
     */
    Step decide(Evidence evidence) throws IOException {
        if (evidence instanceof Evidence.Session session) {
            return as(appPasswords.checkSession(session.value()));
        }
        if (evidence instanceof Evidence.Code code) {
            return oidc.isUsed() ? by(tokens.token(code)) : new Refused();
        }
        return decide(evidence.counted());
    }

    private Step decide(BasicCredentials credentials) throws IOException {
        if (credentials.user().indexOf(':') >= 0) {
            // To the container the name would end there: a guess that is counted for another user.
            return new Refused();
        }
        if (AppPassword.isOne(credentials.password())) {
            return as(appPasswords.check(credentials.user(), credentials.password()));
        }
        return oidc.isUsed() ? by(tokens.token(credentials)) : new ByContainer();
    }

    private Step as(Optional<AppPassword> good) throws IOException {
        Optional<SecurityIdentity> user = good.isPresent() ? user(good.get()) : Optional.empty();
        return user.isPresent() ? new As(user.get(), good.get()) : new Refused();
    }

    private static Step by(Optional<String> token) {
        return token.<Step>map(ByToken::new).orElseGet(Refused::new);
    }

    /** Whether clients may send tokens. */
    boolean takesTokens() {
        return oidc.isUsed();
    }

    /** A directory says what its user is today. A provider of tokens says it only of users who sign in. */
    private Optional<SecurityIdentity> user(AppPassword password) throws IOException {
        if (!oidc.isUsed()) {
            return ContainerUsers.find(password.principal());
        }
        boolean known = password.signedIn().plus(maxAbsence).isAfter(Instant.now());
        return known
                ? Optional.of(ContainerUsers.remembered(password.principal(), password.groups()))
                : Optional.empty();
    }
}
