package io.tidemark.index;

import jakarta.inject.Inject;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Puts the programs that read documents where a process of their own finds them: out of the WAR, at each start. */
@WebListener
public class ExtractorFiles implements ServletContextListener {

    private static final Logger LOG = System.getLogger(ExtractorFiles.class.getName());

    private static final String LIBRARIES = "/WEB-INF/extractor/";
    private static final String CLASSES = "/WEB-INF/classes/";
    private static final String ROOM = "io/tidemark/extract/";

    @Inject
    private NodeDirectory directory;

    @Inject
    private ContentReader reader;

    @Override
    public void contextInitialized(ServletContextEvent event) {
        directory.place().ifPresent(place -> {
            try {
                reader.use(unpack(event.getServletContext(), place.resolve("extractor")), place);
            } catch (IOException e) {
                LOG.log(Level.ERROR, "Contents cannot be indexed: " + place + " cannot be written", e);
            }
        });
    }

    private static List<Path> unpack(ServletContext context, Path place) throws IOException {
        Path classes = place.resolve("classes");
        List<Path> classPath = new ArrayList<>(List.of(classes));
        for (String resource : listed(context, CLASSES + ROOM)) {
            copy(context, resource, classes.resolve(resource.substring(CLASSES.length())));
        }
        for (String resource : listed(context, LIBRARIES)) {
            Path library = place.resolve(resource.substring(LIBRARIES.length()));
            copy(context, resource, library);
            classPath.add(library);
        }
        return classPath;
    }

    private static Set<String> listed(ServletContext context, String place) {
        Set<String> resources = context.getResourcePaths(place);
        return resources == null ? Set.of() : resources;
    }

    private static void copy(ServletContext context, String resource, Path file) throws IOException {
        Files.createDirectories(Objects.requireNonNull(file.getParent()));
        try (InputStream in = Objects.requireNonNull(context.getResourceAsStream(resource))) {
            Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
