package io.tidemark.signon;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The OpenID provider, asked at its token endpoint for an access token, with a user's name and password (RFC 6749, section
 * 4.3) or with a code. The container, not this class, judges the token.
 */
@ApplicationScoped
public class OpenIdProvider {

    private static final Logger LOG = Logger.getLogger(OpenIdProvider.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();

    @Inject
    private OidcSettings settings;

    private volatile @Nullable JsonObject description;

    /** An access token, and for how long it is good. */
    record Token(String text, Duration life) {}

    /**
     * Asks for a token.
     *
     * @return empty when the provider does not take the user's name and password
     * @throws IOException when it does not answer, or does not take Tidemark itself
     */
    Optional<Token> ask(BasicCredentials credentials) throws IOException {
        return ask(Map.of(
                "grant_type", "password",
                "scope", "openid",
                "client_id", settings.clientId(),
                "client_secret", settings.clientSecret(),
                "username", credentials.user(),
                "password", credentials.password()));
    }

    /**
     * Asks for a token by a code that the provider has sent a browser back with (RFC 6749, section 4.1.3).
     *
     * @return empty when the provider does not take the code
     * @throws IOException as {@link #ask(BasicCredentials)}
     */
    Optional<Token> ask(Evidence.Code code) throws IOException {
        return ask(Map.of(
                "grant_type", "authorization_code",
                "client_id", settings.clientId(),
                "client_secret", settings.clientSecret(),
                "code", code.code(),
                "code_verifier", code.verifier(),
                "redirect_uri", code.redirectUri()));
    }

    private Optional<Token> ask(Map<String, String> fields) throws IOException {
        HttpResponse<String> answer =
                send(HttpRequest.newBuilder(URI.create(description().getString("token_endpoint")))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form(fields))));
        JsonObject json = json(answer);
        if (answer.statusCode() == 200) {
            return Optional.of(
                    new Token(json.getString("access_token"), Duration.ofSeconds(json.getInt("expires_in", 0))));
        }
        String error = json.getString("error", "");
        if (error.equals("invalid_grant")) {
            return Optional.empty();
        }
        LOG.warnf("The OpenID provider gives no token: status %d, error %s", answer.statusCode(), error);
        throw new IOException("The OpenID provider gives no token.");
    }

    /**
     * What the provider says of itself (OpenID Connect Discovery 1.0, section 3); it is asked once.
     *
     * @throws IOException when it does not answer
     */
    JsonObject description() throws IOException {
        JsonObject known = description;
        if (known != null) {
            return known;
        }
        URI address = URI.create(settings.providerUrl() + "/.well-known/openid-configuration");
        HttpResponse<String> answer = send(HttpRequest.newBuilder(address));
        if (answer.statusCode() != 200) {
            throw new IOException("The OpenID provider does not describe itself.");
        }
        JsonObject found = json(answer);
        description = found;
        return found;
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException {
        try {
            return http.send(request.timeout(PATIENCE).build(), BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("The server is stopping.", e);
        }
    }

    private static JsonObject json(HttpResponse<String> answer) throws IOException {
        try (JsonReader reader = Json.createReader(new StringReader(answer.body()))) {
            return reader.readObject();
        } catch (JsonException e) {
            // The parser's message may quote what it read, tokens among it.
            throw new IOException("The OpenID provider answers no JSON.");
        }
    }

    private static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + '=' + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
