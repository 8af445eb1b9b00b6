package io.tidemark.signon;

import io.tidemark.kernel.error.StartRefusal;
import io.undertow.servlet.api.AuthMethodConfig;
import io.undertow.servlet.api.DeploymentInfo;
import io.undertow.servlet.api.LoginConfig;
import java.util.List;
import org.eclipse.microprofile.config.ConfigProvider;

/** Whether the container authenticates as the settings say: with tokens of an OpenID provider, or without. */
final class RealmCheck {

    /** What WildFly calls the way of authentication that wildfly-config/oidc.cli chooses. */
    private static final String OPENID = "OIDC";

    private RealmCheck() {}

    /** @throws StartRefusal when it does not, so that nobody could sign in */
    static void check(DeploymentInfo deployment) {
        LoginConfig login = deployment.getLoginConfig();
        List<String> methods = login == null
                ? List.of()
                : login.getAuthMethods().stream().map(AuthMethodConfig::getName).toList();
        boolean provider = ConfigProvider.getConfig(RealmCheck.class.getClassLoader())
                .getOptionalValue("tidemark.oidc.provider-url", String.class)
                .isPresent();
        if (methods.isEmpty()) {
            throw new StartRefusal("the container has no way to find out who sends a request.");
        }
        if (provider && !methods.contains(OPENID)) {
            throw new StartRefusal(
                    "tidemark.oidc.provider-url is set, and the server does not know that this application"
                            + " uses it: run wildfly-config/oidc.cli, or install with --realm oidc.");
        }
        if (!provider && methods.contains(OPENID)) {
            throw new StartRefusal(
                    "the server takes tokens of an OpenID provider, and tidemark.oidc.provider-url does not"
                            + " say whose.");
        }
    }
}
