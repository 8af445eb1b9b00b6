package io.tidemark.cli;

import io.tidemark.tool.FindQuery;
import io.tidemark.tool.XmlText;
import java.io.IOException;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code tidemark find}. */
@Command(
        name = "find",
        description =
                "Finds files and folders of which all WORDS hold, the newest first. Words are looked for in names and"
                        + " texts; rep* stands for all that begins so. Among them may stand name:plan, name:*.odt,"
                        + " author:ann, label:final, type:pdf, type:folder, after:2026-11-30 and before:2026-11.")
final class FindVerb extends Verb {

    private static final int MOST = 1000;

    @Parameters(arity = "1..*", paramLabel = "WORDS", description = "What is looked for.")
    private List<String> words = List.of();

    @Option(names = "--in", paramLabel = "PATH", description = "Below this folder; / unless told.")
    private String path = "/";

    @Option(names = "-n", paramLabel = "N", description = "So many; 100 unless told, 1000 at most.")
    private int most = 100;

    private boolean more;

    @Override
    int run() throws IOException, InterruptedException {
        if (most < 1 || most > MOST) {
            throw FailedException.usage("-n needs a number from 1 to " + MOST + '.');
        }
        Place place = Place.parse(path).as(true);
        Session session = session(place);
        try (Reply reply = session.send(search(session, place))) {
            Node.each(reply.body(), "multistatus", response -> {
                if (response.has("propstat")) {
                    say(session, Found.of(response));
                } else {
                    more |= response.text("status").contains(" 507");
                }
            });
        }
        if (more) {
            output().note("tidemark: there is more; -n lists up to " + MOST + ", and more words narrow it down");
        }
        return Exit.DONE;
    }

    private Ask search(Session session, Place place) throws FailedException {
        String condition;
        try {
            condition = new FindQuery(surroundings().clock().getZone()).condition(words);
        } catch (IllegalArgumentException e) {
            throw FailedException.usage(String.valueOf(e.getMessage()));
        }
        StringBuilder selected = new StringBuilder();
        for (String property : Found.PROPERTIES) {
            selected.append('<').append(property).append("/>");
        }
        String content =
                "<D:basicsearch><D:select><D:prop>" + selected + "</D:prop></D:select><D:from><D:scope><D:href>"
                        + XmlText.escaped(session.url(place).getRawPath())
                        + "</D:href><D:depth>infinity</D:depth></D:scope></D:from><D:where>" + condition
                        + "</D:where><D:orderby><D:order><D:prop><D:getlastmodified/></D:prop><D:descending/></D:order></D:orderby>"
                        + "<D:limit><D:nresults>" + most + "</D:nresults></D:limit></D:basicsearch>";
        return session.ask("SEARCH", place).xml("D:searchrequest", content).expect(207);
    }

    private void say(Session session, Found found) {
        output().say(
                        Output.object(
                                "path", session.plain(found.href()),
                                "kind", found.folder() ? "folder" : "file",
                                "length", found.length() < 0 ? null : found.length(),
                                "type", found.type(),
                                "modified",
                                        found.modified().map(Object::toString).orElse(null),
                                "revision", found.revision(),
                                "author", found.author()),
                        String.format(
                                "%-19s %12s  %s",
                                found.modified().map(output()::time).orElse("-"),
                                found.length() < 0 ? "" : found.length(),
                                session.shown(found.href())));
    }
}
