package io.tidemark.tool;

import javax.xml.stream.XMLInputFactory;

/** How XML of a server is read, which need not be a good one. */
public final class HardenedXml {

    private HardenedXml() {}

    /** Makes readers that know no document types and fetch nothing. */
    public static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        return factory;
    }
}
