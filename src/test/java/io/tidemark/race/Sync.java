package io.tidemark.race;

import io.tidemark.harness.Answer;
import io.tidemark.harness.Dav;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a synchronising client needs. */
public final class Sync {
    private static final Pattern TOKEN = Pattern.compile("<[A-Za-z]+:sync-token>([^<]+)</");

    private Sync() {}

    /** The collection's token at this moment. */
    public static String token(String collection) {
        return tokenIn(Dav.as("writer")
                .request("PROPFIND", collection)
                .header("Depth", "0")
                .body("<D:propfind xmlns:D=\"DAV:\"><D:prop><D:sync-token/></D:prop></D:propfind>")
                .send()
                .expect(207)
                .text());
    }

    /** The answer to a report on a collection since a token, of {@code limit} responses at most. */
    public static Answer report(String collection, String level, String token, int limit) {
        return report("writer", collection, level, token, limit);
    }

    static Answer report(String user, String collection, String level, String token, int limit) {
        return Dav.as(user)
                .request("REPORT", collection)
                .body("""
                        <D:sync-collection xmlns:D="DAV:"><D:sync-token>%s</D:sync-token><D:sync-level>%s</D:sync-level>\
                        <D:limit><D:nresults>%d</D:nresults></D:limit>\
                        <D:prop><D:getetag/><D:displayname/></D:prop></D:sync-collection>""".formatted(token, level, limit))
                .send();
    }

    static String tokenIn(String answer) {
        Matcher token = TOKEN.matcher(answer);
        if (!token.find()) {
            throw new AssertionError("No token: " + answer);
        }
        return token.group(1);
    }
}
