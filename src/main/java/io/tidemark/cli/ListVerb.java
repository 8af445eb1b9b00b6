package io.tidemark.cli;

import java.io.IOException;
import java.net.URI;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code tidemark ls}. */
@Command(name = "ls", description = "Lists a folder, or says what a file is.")
final class ListVerb extends Verb {

    @Parameters(arity = "0..1", paramLabel = "PATH", description = "/ unless told.")
    private String path = "/";

    @Option(names = "-l", description = "With length, time, revision and author; L is at what is locked.")
    private boolean detailed;

    @Override
    int run() throws IOException, InterruptedException {
        Place place = Place.parse(path);
        Session session = session(place);
        try (Reply reply = session.send(session.propfind(place, 1, Found.PROPERTIES))) {
            Node.each(reply.body(), "multistatus", response -> {
                Found found = Found.of(response);
                boolean itself = isSame(session.at(found.href()), session.url(place));
                if (response.has("propstat") && !(itself && found.folder())) {
                    say(session, found);
                }
            });
        }
        return Exit.DONE;
    }

    private static boolean isSame(URI one, URI other) {
        return one.getRawPath().replaceAll("/$", "").equals(other.getRawPath().replaceAll("/$", ""));
    }

    private void say(Session session, Found found) {
        String plain = session.plain(found.href());
        String trimmed = plain.replaceAll("/$", "");
        String name = Output.shown(trimmed.substring(trimmed.lastIndexOf('/') + 1)) + (found.folder() ? "/" : "");
        String shown = found.folder() ? output().blue(name) : name;
        String line = !detailed
                ? shown
                : String.format(
                        "%s %12s  %-19s  %-5s  %-10s  %s",
                        found.locked() ? "L" : "-",
                        found.length() < 0 ? "" : found.length(),
                        found.modified().map(output()::time).orElse("-"),
                        found.revision(),
                        Output.shown(found.author()),
                        shown);
        output().say(
                        Output.object(
                                "path", plain,
                                "kind", found.folder() ? "folder" : "file",
                                "length", found.length() < 0 ? null : found.length(),
                                "type", found.type(),
                                "modified",
                                        found.modified().map(Object::toString).orElse(null),
                                "tag", found.tag(),
                                "revision", found.revision(),
                                "author", found.author(),
                                "locked", found.locked()),
                        line);
    }
}
