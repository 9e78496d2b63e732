package org.zhunsheng.explanation;

import com.openhtmltopdf.css.sheet.FontFaceRule;
import com.openhtmltopdf.css.style.CssContext;
import com.openhtmltopdf.extend.OutputDevice;
import com.openhtmltopdf.extend.SVGDrawer;
import com.openhtmltopdf.layout.SharedContext;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.render.Box;
import com.openhtmltopdf.render.RenderingContext;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.io.File;
import java.util.List;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * Draws on paper the three kinds of shapes that our pictures are made of. The renderer's own support of SVG brings a whole library
 * (Batik) for pictures that anybody may have drawn; ours are rectangles, lines and circles without letters.
 */
final class PrintedShapes implements SVGDrawer {

    @Override
    public SVGImage buildSVGImage(Element svg, Box box, CssContext css, double cssWidth, double cssHeight, double dotsPerPixel) {
        double width = number(svg, "width");
        double height = number(svg, "height");
        return new SVGImage() {

            @Override
            public int getIntrinsicWidth() {
                return (int) Math.ceil(width * dotsPerPixel);
            }

            @Override
            public int getIntrinsicHeight() {
                return (int) Math.ceil(height * dotsPerPixel);
            }

            @Override
            public void drawSVG(OutputDevice device, RenderingContext context, double x, double y) {
                device.drawWithGraphics((float) x, (float) y, (float) width, (float) height, graphics -> draw(svg, graphics));
            }
        };
    }

    private static void draw(Element svg, Graphics2D graphics) {
        for (Node node = svg.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element && !element.getTagName().equals("title")) {
                draw(element, shape(element), graphics);
            }
        }
    }

    private static Shape shape(Element element) {
        return switch (element.getTagName()) {
            case "rect" -> new Rectangle2D.Double(number(element, "x"), number(element, "y"), number(element, "width"), number(element, "height"));
            case "line" -> new Line2D.Double(number(element, "x1"), number(element, "y1"), number(element, "x2"), number(element, "y2"));
            case "circle" -> new Ellipse2D.Double(number(element, "cx") - number(element, "r"), number(element, "cy") - number(element, "r"),
                    2 * number(element, "r"), 2 * number(element, "r"));
            default -> throw new IllegalArgumentException("no picture of ours has a " + element.getTagName());
        };
    }

    private static void draw(Element element, Shape shape, Graphics2D graphics) {
        if (element.hasAttribute("fill")) {
            graphics.setColor(Color.decode(element.getAttribute("fill")));
            graphics.fill(shape);
        }
        if (element.hasAttribute("stroke")) {
            graphics.setColor(Color.decode(element.getAttribute("stroke")));
            graphics.setStroke(new BasicStroke((float) number(element, "stroke-width")));
            graphics.draw(shape);
        }
    }

    private static double number(Element element, String name) {
        return Double.parseDouble(element.getAttribute(name));
    }

    @Override
    public void importFontFaceRules(List<FontFaceRule> fonts, SharedContext context) {
        // pictures have no letters
    }

    @Override
    public void addFontFile(File file, String family, Integer weight, FontStyle style) {
        // pictures have no letters
    }

    @Override
    public void close() {
        // nothing is held
    }
}
