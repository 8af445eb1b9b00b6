package io.tidemark.extract;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Documents of Office Open XML and of OpenDocument: the parts of the archive that hold text. Other archives have none of these
 * parts; what is packed in an archive within the archive is not looked at.
 */
final class Office {

    private static final Pattern PARTS =
            Pattern.compile("word/(document|header\\d*|footer\\d*|footnotes|endnotes|comments)\\.xml"
                    + "|xl/sharedStrings\\.xml|xl/(worksheets/sheet|comments)\\d+\\.xml"
                    + "|ppt/(slides/slide|notesSlides/notesSlide)\\d+\\.xml"
                    + "|docProps/core\\.xml|content\\.xml|styles\\.xml|meta\\.xml");

    /** Text within these may be cut in the middle of a word: a span, a run, a link. */
    private static final List<String> INLINE = List.of(
            "span",
            "a",
            "r",
            "t",
            "rPr",
            "hyperlink",
            "s",
            "proofErr",
            "lang",
            "rFonts",
            "b",
            "i",
            "u",
            "sz",
            "szCs",
            "color",
            "latin",
            "ea",
            "cs",
            "bookmarkStart",
            "bookmarkEnd");

    private Office() {}

    static void read(Document document, Text text) throws IOException {
        try (ZipFile archive = new ZipFile(document.file().toFile())) {
            if (archive.getEntry("[Content_Types].xml") == null && archive.getEntry("content.xml") == null) {
                return;
            }
            for (ZipEntry part : (Iterable<ZipEntry>) archive.stream()
                    .filter(entry -> PARTS.matcher(entry.getName()).matches())
                    .map(ZipEntry.class::cast)::iterator) {
                try (InputStream in = document.bounded(archive.getInputStream(part))) {
                    read(in, text);
                }
            }
        }
    }

    private static void read(InputStream in, Text text) throws IOException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try {
            XMLStreamReader xml = factory.createXMLStreamReader(in);
            while (xml.hasNext()) {
                switch (xml.next()) {
                    case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> text.add(xml.getText());
                    case XMLStreamConstants.START_ELEMENT, XMLStreamConstants.END_ELEMENT -> {
                        if (!INLINE.contains(xml.getLocalName())) {
                            text.gap();
                        }
                    }
                    default -> {
                        // Comments have no text that anybody sees.
                    }
                }
            }
        } catch (XMLStreamException e) {
            throw new IOException("A part of it is no XML: " + e.getMessage(), e);
        }
    }
}
