import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** One that knows the folder by its changes alone. */
final class Replica implements Runnable {

    private final Simulation simulation;
    private final Node node;
    private final Map<String, String> tags = new TreeMap<>();
    private String token = "";

    Replica(Simulation simulation, Node node) {
        this.simulation = simulation;
        this.node = node;
    }

    @Override
    public void run() {
        while (!simulation.over) {
            try {
                synchronise();
            } catch (IOException e) {
                Simulation.pause(200);
            } catch (Exception e) {
                simulation.check(false, "a replica failed: " + e);
            }
            Simulation.pause(300);
        }
    }

    private void synchronise() throws Exception {
        boolean more = true;
        while (more) {
            HttpResponse<byte[]> answer = simulation.send(node, "REPORT", Simulation.TOP, ("<sync-collection xmlns='DAV:'><sync-token>" + token
                            + "</sync-token><sync-level>infinite</sync-level><limit><nresults>50</nresults></limit>"
                            + "<prop><getetag/></prop></sync-collection>")
                    .getBytes(StandardCharsets.UTF_8), Map.of("Content-Type", "application/xml"));
            if (answer.statusCode() / 100 == 5 || answer.statusCode() == 404 && node.stopping) {
                throw new IOException("answered " + answer.statusCode());
            }
            simulation.check(answer.statusCode() == 207, "a report was answered " + answer.statusCode());
            Document report = Multistatus.parse(answer.body());
            more = false;
            for (Element response : Multistatus.elements(report.getDocumentElement(), "response")) {
                String status = Multistatus.own(response, "status");
                String href = Multistatus.text(response, "href");
                if (status.contains(" 507")) {
                    more = true;
                } else if (status.contains(" 404")) {
                    tags.keySet().removeIf(known -> known.equals(href) || href.endsWith("/") && known.startsWith(href));
                } else if (!href.endsWith("/")) {
                    tags.put(href, Multistatus.text(response, "getetag"));
                }
            }
            token = Multistatus.text(report.getDocumentElement(), "sync-token");
        }
    }

    void compare() throws Exception {
        synchronise();
        HttpResponse<byte[]> answer = simulation.send(node, "PROPFIND", Simulation.TOP,
                "<propfind xmlns='DAV:'><prop><getetag/></prop></propfind>".getBytes(StandardCharsets.UTF_8),
                Map.of("Depth", "infinity", "Content-Type", "application/xml"));
        Map<String, String> listed = new TreeMap<>();
        for (Element response : Multistatus.elements(Multistatus.parse(answer.body()).getDocumentElement(), "response")) {
            if (!Multistatus.text(response, "href").endsWith("/")) {
                listed.put(Multistatus.text(response, "href"), Multistatus.text(response, "getetag"));
            }
        }
        simulation.check(listed.equals(tags), "the replica at " + node.port + " has " + tags + ", and the listing " + listed);
    }
}
