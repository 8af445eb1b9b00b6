package io.tidemark.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code tidemark put}. */
@Command(
        name = "put",
        description =
                "Sends files, or with -r directories. What is on the server is replaced only if it is what get or put"
                        + " last saw of that file.")
final class PutVerb extends Verb {

    @Parameters(
            arity = "2..*",
            paramLabel = "LOCAL... PATH",
            hideParamSyntax = true,
            description = "Local files, - for standard input; at last where to.")
    private List<String> arguments = List.of();

    @Option(names = "-r", description = "Directories, too.")
    private boolean recursive;

    @Option(names = "--force", description = "Replace what is on the server, whoever wrote it.")
    private boolean force;

    private int failures;

    @Override
    int run() throws IOException, InterruptedException {
        List<String> sources = arguments.subList(0, arguments.size() - 1);
        Place target = Place.parse(arguments.get(arguments.size() - 1));
        Session session = session(target);
        boolean into = target.folder()
                || sources.size() > 1
                || session.find(target).map(Found::folder).orElse(false);
        Upload upload = new Upload(session, output(), force);
        for (String source : sources) {
            if (source.equals("-")) {
                if (into) {
                    throw FailedException.usage("Standard input needs a file's path on the server, not a folder's.");
                }
                upload.stream(surroundings().in(), target);
                continue;
            }
            Path local = Path.of(source);
            Place place = into ? target.as(true).member(nameOf(local), false) : target;
            if (Files.isDirectory(local)) {
                if (!recursive) {
                    throw FailedException.usage(Output.shown(source) + " is a directory; -r sends it.");
                }
                directory(session, upload, local, place.as(true));
            } else {
                upload.file(local, place);
            }
        }
        return failures > 0 ? Exit.PARTLY : Exit.DONE;
    }

    private static String nameOf(Path local) {
        return Optional.ofNullable(local.toAbsolutePath().normalize().getFileName())
                .map(Path::toString)
                .orElse("");
    }

    private void directory(Session session, Upload upload, Path local, Place place)
            throws IOException, InterruptedException {
        Optional<Found> there = session.find(place);
        if (there.isPresent() && !there.get().folder()) {
            throw new FailedException(Exit.CONFLICT, place + " is a file on the server.");
        }
        if (there.isEmpty()) {
            session.run(session.unlocked(session.ask("MKCOL", place), place));
        }
        List<Path> members;
        try (Stream<Path> listed = Files.list(local)) {
            members = listed.sorted().toList();
        }
        for (Path member : members) {
            BasicFileAttributes kind =
                    Files.readAttributes(member, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            try {
                if (kind.isDirectory()) {
                    directory(session, upload, member, place.member(nameOf(member), true));
                } else if (kind.isRegularFile()) {
                    upload.file(member, place.member(nameOf(member), false));
                } else {
                    failed(member, "it is a link, or no file");
                }
            } catch (FailedException e) {
                if (e.exit() != Exit.CONFLICT && e.exit() != Exit.LOCKED && e.exit() != Exit.FORBIDDEN) {
                    throw e;
                }
                failed(member, String.valueOf(e.getMessage()));
            }
        }
    }

    private void failed(Path local, String why) {
        failures++;
        output().note("tidemark: not sent: " + Output.shown(local.toString()) + ": " + why);
    }
}
