package io.tidemark.cli;

import io.tidemark.tool.UnsafeNameException;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code tidemark get}. */
@Command(
        name = "get",
        description = "Fetches a file, or with -r a folder with all that is in it, and checks each by its hash.")
final class GetVerb extends Verb {

    @Parameters(index = "0", paramLabel = "PATH", description = "On the server.")
    private String path = "";

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "LOCAL",
            description =
                    "A directory to put it in, or what it is to be called here; the current directory unless told.")
    private Path local = Path.of("");

    @Option(names = "-r", description = "A folder, too.")
    private boolean recursive;

    @Option(names = "--force", description = "Replace local files that are there.")
    private boolean force;

    private int failures;

    @Override
    int run() throws IOException, InterruptedException {
        Place place = Place.parse(path);
        Session session = session(place);
        Found found = session.get(place);
        if (found.folder() && !recursive) {
            throw FailedException.usage(place + " is a folder; -r fetches it with all that is in it.");
        }
        boolean into = Files.isDirectory(local) || local.toString().isEmpty();
        Path target = local.toAbsolutePath().normalize();
        if (into) {
            target = target.resolve(localName(session, place));
        }
        if (found.folder()) {
            folder(session, place.as(true), new LocalTarget(target, force));
        } else {
            Path directory = Optional.ofNullable(target.getParent()).orElse(target);
            String name = directory.relativize(target).toString();
            fetch(session, place.as(false), new LocalTarget(directory, force), name);
        }
        return failures > 0 ? Exit.PARTLY : Exit.DONE;
    }

    /** What a remote name is called here, if it may be called so. */
    private static String localName(Session session, Place place) throws IOException {
        if (place.isAll()) {
            return "";
        }
        try {
            return session.below(session.url(place.parent()), session.url(place).getRawPath());
        } catch (UnsafeNameException e) {
            throw FailedException.usage(
                    "This system cannot have a file called " + place + ": give another name for it.");
        }
    }

    private void folder(Session session, Place top, LocalTarget target) throws IOException, InterruptedException {
        if (!Files.isDirectory(target.at(""))) {
            Files.createDirectories(target.at(""));
        }
        Deque<String> left = new ArrayDeque<>(List.of(""));
        while (!left.isEmpty()) {
            String folder = left.pop();
            List<String> files = new ArrayList<>();
            Place here = folder.isEmpty() ? top : top.member(folder, true);
            Ask listing = session.propfind(here, 1, "D:resourcetype");
            try (Reply reply = session.send(listing)) {
                Node.each(reply.body(), "multistatus", response -> {
                    Found found = Found.of(response);
                    try {
                        String below = session.below(session.url(top), found.href());
                        if (!below.equals(folder) && response.has("propstat")) {
                            if (found.folder()) {
                                left.push(below);
                            } else {
                                files.add(below);
                            }
                        }
                    } catch (UnsafeNameException e) {
                        failed(Output.shown(found.href()), "this system cannot have that name");
                    }
                });
            }
            try {
                if (!folder.isEmpty()) {
                    target.directory(folder);
                }
            } catch (FileAlreadyExistsException e) {
                failed(here.toString(), String.valueOf(e.getReason()));
                left.removeIf(below -> below.startsWith(folder + '/'));
                continue;
            }
            for (String file : files) {
                try {
                    fetch(session, top.member(file, false), target, file);
                } catch (FileAlreadyExistsException e) {
                    failed(Output.shown(file), String.valueOf(e.getReason()));
                } catch (FailedException e) {
                    if (e.exit() != Exit.NOT_FOUND && e.exit() != Exit.FORBIDDEN) {
                        throw e;
                    }
                    failed(Output.shown(file), String.valueOf(e.getMessage()));
                }
            }
        }
    }

    private void failed(String what, String why) {
        failures++;
        output().note("tidemark: not fetched: " + what + ": " + why);
    }

    private void fetch(Session session, Place place, LocalTarget target, String name)
            throws IOException, InterruptedException {
        List<Contents.Came> came = new ArrayList<>();
        Path file = target.file(name, out -> {
            Contents.Came one = new Contents(session).copy(new Place.At(place, State.NOW), out);
            if (one.collection()) {
                throw new FailedException(Exit.CONFLICT, place + " has become a folder; try again.");
            }
            came.add(one);
            return one.modified();
        });
        session.memory().see(session.url(place), file, came.get(0).tag());
        output().say(
                        Output.object(
                                "path", place.plain(),
                                "local", file.toString(),
                                "length", Files.size(file),
                                "tag", came.get(0).tag()),
                        place + " -> " + Output.shown(file.toString()));
    }
}
