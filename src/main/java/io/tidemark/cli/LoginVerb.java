package io.tidemark.cli;

import io.tidemark.tool.CollectionUrl;
import io.tidemark.tool.XmlText;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.TreeMap;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code tidemark login}. */
@Command(
        name = "login",
        description =
                "Logs in to the server at URL: makes an app password there, and keeps that instead of the password.")
final class LoginVerb extends Verb {

    @Parameters(paramLabel = "URL", description = "The server, or one of its folders, below which all paths are then.")
    private String url = "";

    @Option(
            names = "--name",
            paramLabel = "N",
            description = "What the server is called from now on; its host unless told.")
    private String name = "";

    @Option(names = "--user", paramLabel = "NAME", description = "Who; asked on the terminal unless told.")
    private String user = "";

    @Option(names = "--password-stdin", description = "Read the password from standard input.")
    private boolean fromInput;

    @Option(names = "--read-only", description = "A login that can read only.")
    private boolean readOnly;

    @Option(
            names = "--expires",
            paramLabel = "P90D",
            description = "How long the login is good for, as ISO 8601 says it.")
    private String expires = "";

    @Option(names = "--insecure", description = "Send the password without encryption to another machine.")
    private boolean insecure;

    @Override
    int run() throws IOException, InterruptedException {
        String base = base();
        String called = name.isEmpty() ? URI.create(base).getHost().replaceAll("[^A-Za-z0-9_-]", "-") : name;
        if (!called.matches("[A-Za-z0-9][A-Za-z0-9_-]*")) {
            throw FailedException.usage("A server's --name has letters, digits, - and _ only.");
        }
        if (logins().read().byName().containsKey(called)) {
            throw new FailedException(
                    Exit.CONFLICT,
                    "There is a login called " + called + "; log out there first, or give another --name.");
        }
        String who = user.isEmpty() ? surroundings().ask("User", "Give the user with --user.") : user;
        if (who.indexOf(':') >= 0) {
            throw FailedException.usage("A user's name has no colon in it.");
        }
        String password = surroundings().password(fromInput, "Password of " + Output.shown(who));
        Session own = new Session(
                new Login(called, base, who, password, ""),
                new Memory(surroundings().state()));
        Made made = make(own, base, who);
        Login login = new Login(called, base, who, made.answer().text("secret"), made.credential());
        keep(own, login);
        output().say(
                        Output.object(
                                "server",
                                called,
                                "url",
                                base,
                                "user",
                                who,
                                "expires",
                                made.answer().text("expires")),
                        "Logged in to " + base + " as " + Output.shown(who) + "; the server is called " + called + '.');
        return Exit.DONE;
    }

    private String base() throws FailedException {
        try {
            URI uri = CollectionUrl.of(url).member("", true);
            if (!insecure && "http".equalsIgnoreCase(uri.getScheme()) && !isLocal(uri.getHost())) {
                throw FailedException.usage(
                        "The password would go over the network for all to read; use https, or --insecure if you"
                                + " must.");
            }
            return "/".equals(uri.getRawPath()) ? uri + "files/" : uri.toString();
        } catch (IllegalArgumentException e) {
            throw FailedException.usage(String.valueOf(e.getMessage()));
        }
    }

    private static boolean isLocal(String host) {
        return host.equals("localhost") || host.matches("127(\\.[0-9]{1,3}){3}") || host.equals("[::1]");
    }

    private Made make(Session own, String base, String who) throws IOException, InterruptedException {
        // That it is a collection of Tidemark is seen before a password is made.
        Place all = Place.parse("/");
        own.get(all);
        String label = "tidemark on " + host();
        String content = "<T:name>" + XmlText.escaped(label) + "</T:name>"
                + (expires.isEmpty() ? "" : "<T:expires>" + XmlText.escaped(expires) + "</T:expires>")
                + (readOnly ? "<T:read-only/>" : "");
        URI passwords = URI.create(base).resolve("/principals/app-passwords/");
        Ask ask = new Ask(
                        "POST",
                        CollectionUrl.of(passwords.toString()).member(who, true),
                        "the app passwords of " + Output.shown(who))
                .xml("T:app-password", content)
                .expect(201);
        try (Reply reply = own.send(ask)) {
            return new Made(
                    reply.root("app-password"), own.at(reply.header("Location")).toString());
        }
    }

    private record Made(Node answer, String credential) {}

    private void keep(Session own, Login login) throws IOException, InterruptedException {
        try {
            logins().change(saved -> {
                TreeMap<String, Login> byName = new TreeMap<>(saved.byName());
                byName.put(login.name(), login);
                return new Logins.Saved(byName, saved.usual().isEmpty() ? login.name() : saved.usual());
            });
        } catch (IOException e) {
            // A password that nobody keeps must not stay good.
            own.run(new Ask("DELETE", URI.create(login.credential()), "the app password").expect(204, 404));
            throw e;
        }
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "a machine without a name";
        }
    }
}
