package io.tidemark.page;

import io.tidemark.signon.ProviderPage.Addresses;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The document that starts the page, and what it may do: run these scripts, and talk to this server. */
final class PageDocument {

    /** Modules that every address of the page needs: fetched at once, not one after the other as they name each other. */
    private static final Pattern PRELOADED = Pattern.compile("\\{preload ([^}]+)}");

    private static final Pattern FILE = Pattern.compile("\\{file ([^}]+)}");

    private final String html;
    private final String policy;
    private volatile @Nullable Made last;

    private record Made(String provider, Asset document) {}

    /** The document of these assets. */
    PageDocument(PageAssets assets) throws IOException {
        String map = assets.importMap();
        String linked = PRELOADED
                .matcher(assets.template())
                .replaceAll(found -> "<link rel=\"modulepreload\" href=\"" + assets.url(found.group(1)) + "\">");
        this.html = FILE.matcher(linked)
                .replaceAll(found -> Matcher.quoteReplacement(assets.url(found.group(1))))
                .replace("{imports}", map);
        this.policy = "default-src 'none'; script-src 'self' " + Asset.source(map)
                + "; style-src 'self'; img-src 'self' blob:; media-src 'self'; connect-src 'self'; worker-src 'self'; form-action 'self'"
                + "; base-uri 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types lit-html dav-xml pdf-worker";
    }

    /** Its Content-Security-Policy. */
    String policy() {
        return policy;
    }

    /** The document for users of a provider, or of none. */
    Asset of(Optional<Addresses> provider) {
        String head = provider.map(PageDocument::meta).orElse("");
        Made known = last;
        if (known == null || !known.provider().equals(head)) {
            known = new Made(head, Asset.document(html.replace("{provider}", head)));
            last = known;
        }
        return known.document();
    }

    private static String meta(Addresses provider) {
        return "<meta name=\"provider\" content=\"" + escaped(provider.signIn()) + "\" data-client=\""
                + escaped(provider.client()) + "\" data-sign-out=\"" + escaped(provider.signOut()) + "\">";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("\"", "&quot;").replace("<", "&lt;");
    }
}
