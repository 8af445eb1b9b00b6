package io.tidemark.page;

import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;

/**
 * All that the page is made of (docs/page.md, How it is built). A module names another by the path of its file; the import map
 * says which content that is today. So no step of the build rewrites anything, and what a browser has kept is never old.
 */
final class PageAssets {

    private static final String FILES = "/WEB-INF/page/";
    private static final String LIBRARIES = FILES + "libraries.properties";
    private static final String LIBRARY_FILES = "META-INF/resources/_static/";
    private static final String URL = "/ui/assets/";

    private final ServletContext context;
    private final Map<String, Asset> byUrl = new HashMap<>();
    private final Map<String, String> urls = new TreeMap<>();
    private final Map<String, String> imports = new TreeMap<>();

    /**
     * Reads all.
     *
     * @throws IOException when a file cannot be read
     */
    PageAssets(ServletContext context) throws IOException {
        this.context = context;
        addFiles(FILES);
        addLibraries();
    }

    /** What a URL names, if it is here. */
    Optional<Asset> at(String url) {
        return Optional.ofNullable(byUrl.get(url));
    }

    /** The URL of a file, by its path from the top of the page's own. */
    String url(String file) {
        String url = urls.get(file);
        if (url == null) {
            throw new IllegalStateException("The page has no file " + file);
        }
        return url;
    }

    /** The text of the import map (HTML Living Standard, section 8.1.5.6). */
    String importMap() {
        JsonObjectBuilder map = Json.createObjectBuilder();
        imports.forEach(map::add);
        return Json.createObjectBuilder().add("imports", map).build().toString();
    }

    /** The document that starts the page, with names in braces for what it takes from here. */
    String template() throws IOException {
        return new String(bytes(FILES + "index.html"), StandardCharsets.UTF_8);
    }

    private void addFiles(String directory) throws IOException {
        Set<String> paths = context.getResourcePaths(directory);
        for (String path : paths == null ? Set.<String>of() : paths) {
            if (path.endsWith("/")) {
                addFiles(path);
            } else if (!path.endsWith(".html") && !path.endsWith(".properties")) {
                add(path.substring(FILES.length()), bytes(path));
            }
        }
    }

    private void addLibraries() throws IOException {
        Properties libraries = new Properties();
        libraries.load(new StringReader(new String(bytes(LIBRARIES), StandardCharsets.UTF_8)));
        for (String specifier : libraries.stringPropertyNames()) {
            String file = libraries.getProperty(specifier);
            try (InputStream in = context.getClassLoader().getResourceAsStream(LIBRARY_FILES + file)) {
                if (in == null) {
                    throw new IOException("The application lacks a library of its page: " + file);
                }
                imports.put(specifier, add("lib/" + file, in.readAllBytes()));
            }
        }
    }

    private String add(String name, byte[] content) {
        Asset asset = Asset.of(name, content);
        String url = URL + asset.named(name);
        byUrl.put(url, asset);
        urls.put(name, url);
        if (name.endsWith(".js") || name.endsWith(".mjs")) {
            imports.put(URL + name, url);
        }
        return url;
    }

    private byte[] bytes(String path) throws IOException {
        try (InputStream in = context.getResourceAsStream(path)) {
            if (in == null) {
                throw new IOException("The application lacks a file of its page: " + path);
            }
            return in.readAllBytes();
        }
    }
}
