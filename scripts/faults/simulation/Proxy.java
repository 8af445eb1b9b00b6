import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** What lies between a server and its database. */
final class Proxy {

    private final int target;
    private final int port;
    private volatile ServerSocket listener;
    private volatile boolean silent;
    private final Set<Link> links = ConcurrentHashMap.newKeySet();

    Proxy(int target) throws IOException {
        this.target = target;
        this.listener = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
        this.port = listener.getLocalPort();
        Simulation.start(this::accept);
    }

    int port() {
        return port;
    }

    private void accept() {
        while (true) {
            try {
                Link link = new Link(listener.accept(), silent);
                links.add(link);
                if (!link.dead) {
                    Socket there = new Socket(InetAddress.getLoopbackAddress(), target);
                    link.there = there;
                    Simulation.start(() -> link.pump(link.here, there));
                    Simulation.start(() -> link.pump(there, link.here));
                }
            } catch (IOException closed) {
                Simulation.pause(50);
            }
        }
    }

    void silent(boolean on) {
        silent = on;
        // As with a firewall that has forgotten them, they stay silent when the others are let through again.
        links.forEach(link -> link.dead |= on);
    }

    void refuse(boolean on) throws IOException {
        if (on) {
            listener.close();
            links.forEach(Link::reset);
            links.clear();
        } else {
            ServerSocket again = new ServerSocket();
            again.setReuseAddress(true);
            again.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 100);
            listener = again;
        }
    }

    private static final class Link {

        private final Socket here;
        private volatile Socket there;
        volatile boolean dead;

        Link(Socket here, boolean dead) {
            this.here = here;
            this.dead = dead;
        }

        void pump(Socket from, Socket to) {
            byte[] buffer = new byte[65_536];
            try {
                InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream();
                for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                    if (!dead) {
                        out.write(buffer, 0, n);
                    }
                }
                if (!dead) {
                    to.close();
                }
            } catch (IOException e) {
                if (!dead) {
                    reset();
                }
            }
        }

        void reset() {
            for (Socket socket : new Socket[] {here, there}) {
                try {
                    if (socket != null) {
                        socket.setSoLinger(true, 0);
                        socket.close();
                    }
                } catch (IOException e) {
                    // It is closed, which is what was wanted.
                    continue;
                }
            }
        }
    }
}
