package org.zhunsheng.uploads;

import java.io.ByteArrayInputStream;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.zhunsheng.tables.Parts;

/** What a package declares its parts to be and where it points, whatever the parts are called. */
record Declared(Map<String, byte[]> parts) {

    private static final String[] HARMFUL = {"macro", "vba", "activex", "oleobject", "externallink", "connections", "querytable", "package"};

    String refusal(String types, String main) {
        boolean workbook = false;
        try {
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                XMLStreamReader xml = reader(part.getValue());
                while (xml.hasNext()) {
                    if (xml.next() == XMLStreamConstants.DTD) {
                        return "部件 " + part.getKey() + " 含 DTD，不予打开";
                    }
                    if (!xml.isStartElement()) {
                        continue;
                    }
                    Optional<String> why = part.getKey().equals(types) ? ofType(xml) : ofTarget(xml);
                    if (why.isPresent()) {
                        return why.get();
                    }
                    workbook |= main.equals(xml.getAttributeValue(null, "ContentType"));
                }
            }
        } catch (XMLStreamException broken) {
            return "文件内部的说明损坏，应为完好的 xlsx 工作簿";
        }
        return workbook ? null : "这不是 xlsx 工作簿（可能是其他 Office 文件或模板），应另存为 xlsx";
    }

    private static Optional<String> ofType(XMLStreamReader xml) {
        String type = lower(xml.getAttributeValue(null, "ContentType"));
        if (type.contains("macroenabled")) {
            return Optional.of("这是启用宏的工作簿（.xlsm），应另存为不含宏的 xlsx 工作簿");
        }
        for (String harmful : HARMFUL) {
            // "package" alone stands for whole files put into this one, and is in the name of every relationships part
            if (type.contains(harmful) && !type.contains("openxmlformats-package")) {
                return Optional.of("文件含宏、控件、嵌入的文件、外部链接或数据连接（" + type + "）");
            }
        }
        return Parts.refusal(lower(xml.getAttributeValue(null, "PartName")));
    }

    /** The address in a cell leads nowhere by itself; anything else outside would be fetched when the file is opened. */
    private static Optional<String> ofTarget(XMLStreamReader xml) {
        boolean outside = "External".equalsIgnoreCase(xml.getAttributeValue(null, "TargetMode"));
        String type = lower(xml.getAttributeValue(null, "Type"));
        return outside && !type.endsWith("/hyperlink") ? Optional.of("不得链接文件之外的内容（" + xml.getAttributeValue(null, "Target") + "）") : Optional.empty();
    }

    private static String lower(String text) {
        return text == null ? "" : text.toLowerCase(Locale.ROOT);
    }

    private static XMLStreamReader reader(byte[] xml) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory.createXMLStreamReader(new ByteArrayInputStream(xml));
    }
}
