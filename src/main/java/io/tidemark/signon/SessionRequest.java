package io.tidemark.signon;

import io.tidemark.kernel.error.DavException;
import io.tidemark.kernel.http.DavRequest;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.stream.JsonParser;
import java.io.IOException;
import java.io.StringReader;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The body with which a browser signs in (docs/protocol.md, The page): a form or a JSON object with {@code user} and {@code
 * password}, or with what an OpenID provider has sent the browser back with.
 */
final class SessionRequest {

    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String JSON = "application/json";
    private static final int MAX_BYTES = 65_536;

    private SessionRequest() {}

    /**
     * Reads it.
     *
     * @throws DavException 415 for another media type, 413 when it is too long, 400 when it is malformed, 422 when a field
     *     is missing, empty, or there twice
     */
    static Evidence read(DavRequest request) {
        String type = Optional.ofNullable(request.header("Content-Type")).orElse("");
        String essence = type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        if (!essence.equals(FORM) && !essence.equals(JSON)) {
            throw DavException.of(415, "Who signs in sends a form or JSON.");
        }
        String body = text(request);
        Map<String, String> fields = essence.equals(FORM) ? form(body) : json(body);
        if (fields.containsKey("code")) {
            return new Evidence.Code(
                    field(fields, "code"), field(fields, "code_verifier"), field(fields, "redirect_uri"));
        }
        return new Evidence.Password(new BasicCredentials(field(fields, "user"), field(fields, "password")));
    }

    private static String text(DavRequest request) {
        try {
            byte[] bytes = request.body().readNBytes(MAX_BYTES + 1);
            if (bytes.length > MAX_BYTES) {
                throw DavException.of(413, "Nobody's name and password are that long.");
            }
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw DavException.badRequest("The body is not in UTF-8.");
        } catch (IOException e) {
            throw DavException.badRequest("The body broke off.");
        }
    }

    private static Map<String, String> form(String body) {
        Map<String, String> fields = new HashMap<>();
        for (String pair : body.split("&", -1)) {
            int sign = pair.indexOf('=');
            String name = decoded(sign < 0 ? pair : pair.substring(0, sign));
            String value = sign < 0 ? "" : decoded(pair.substring(sign + 1));
            if (!name.isEmpty() && fields.put(name, value) != null) {
                throw DavException.unprocessable("A field is there twice.");
            }
        }
        return fields;
    }

    private static String decoded(String text) {
        String decoded;
        try {
            decoded = URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw DavException.badRequest("The form is malformed.");
        }
        if (decoded.indexOf('\uFFFD') >= 0) {
            throw DavException.badRequest("The form is not in UTF-8.");
        }
        return decoded;
    }

    private static Map<String, String> json(String body) {
        JsonValue value;
        try (JsonParser parser = Json.createParser(new StringReader(body))) {
            parser.next();
            value = parser.getValue();
            if (parser.hasNext()) {
                throw DavException.badRequest("The body is more than JSON.");
            }
        } catch (RuntimeException e) {
            // Of what is nested too deeply the parser says no more.
            throw DavException.badRequest("The body is no JSON.");
        }
        if (!(value instanceof JsonObject object)) {
            throw DavException.unprocessable("The body is no JSON object.");
        }
        Map<String, String> fields = new HashMap<>();
        object.forEach((name, member) -> {
            if (member instanceof JsonString text) {
                fields.put(name, text.getString());
            }
        });
        return fields;
    }

    private static String field(Map<String, String> fields, String name) {
        String value = fields.getOrDefault(name, "");
        if (value.isEmpty()) {
            throw DavException.unprocessable("The field " + name + " is missing.");
        }
        return value;
    }
}
