package io.tidemark.cli;

import java.io.IOException;
import java.net.URI;
import java.util.TreeMap;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code tidemark logout}. */
@Command(
        name = "logout",
        description =
                "Revokes the login's app password on the server, and forgets it here. That takes your own password: an"
                        + " app password has no power over itself.")
final class LogoutVerb extends Verb {

    @Parameters(arity = "0..1", paramLabel = "NAME", description = "Which server; the usual one unless told.")
    private String name = "";

    @Option(names = "--password-stdin", description = "Read the password from standard input.")
    private boolean fromInput;

    @Option(
            names = "--forget",
            description = "Forget it here alone; it stays good until it expires or is revoked on the page.")
    private boolean forget;

    @Override
    int run() throws IOException, InterruptedException {
        Login login = logins().get(name.isEmpty() ? serverName() : name);
        if (!forget) {
            String password = surroundings().password(fromInput, "Password of " + Output.shown(login.user()));
            Login own = new Login(login.name(), login.url(), login.user(), password, login.credential());
            // One that is gone already is as good as revoked.
            new Session(own, new Memory(surroundings().state()))
                    .run(new Ask("DELETE", URI.create(login.credential()), "the app password").expect(204, 404));
        }
        logins().change(saved -> {
            TreeMap<String, Login> left = new TreeMap<>(saved.byName());
            left.remove(login.name());
            String usual = saved.usual().equals(login.name()) ? (left.isEmpty() ? "" : left.firstKey()) : saved.usual();
            return new Logins.Saved(left, usual);
        });
        output().say(
                        Output.object("server", login.name(), "revoked", !forget),
                        "Logged out of " + login.name() + (forget ? "; the app password is still good." : "."));
        return Exit.DONE;
    }
}
