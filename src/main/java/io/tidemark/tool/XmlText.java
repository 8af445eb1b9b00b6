package io.tidemark.tool;

/** Text in XML that is put together from parts. */
public final class XmlText {

    private XmlText() {}

    /** A text as it stands in an element or an attribute. */
    public static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
