package vn.bamcoso;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;

/** Writes a picture of a page with the 256 colours that it uses most: paper, ink and one green need no more. */
public final class FewColours {
    private FewColours() {}

    public static byte[] of(byte[] png) throws IOException {
        BufferedImage full = ImageIO.read(new ByteArrayInputStream(png));
        int[] pixels = full.getRGB(0, 0, full.getWidth(), full.getHeight(), null, 0, full.getWidth());
        List<Integer> palette = most(pixels);
        var few = new BufferedImage(full.getWidth(), full.getHeight(), BufferedImage.TYPE_BYTE_INDEXED, model(palette));
        Map<Integer, Integer> nearest = new HashMap<>();
        var raster = few.getRaster();
        for (int i = 0; i < pixels.length; i++) {
            int index = nearest.computeIfAbsent(pixels[i] & 0xffffff, colour -> nearest(colour, palette));
            raster.setSample(i % full.getWidth(), i / full.getWidth(), 0, index);
        }
        var out = new ByteArrayOutputStream();
        ImageIO.write(few, "png", out);
        return out.toByteArray();
    }

    private static List<Integer> most(int[] pixels) {
        Map<Integer, Integer> count = new HashMap<>();
        for (int pixel : pixels) {
            count.merge(pixel & 0xffffff, 1, Integer::sum);
        }
        return count.entrySet().stream().sorted(Map.Entry.<Integer, Integer>comparingByValue().reversed()).limit(256).map(Map.Entry::getKey).toList();
    }

    private static IndexColorModel model(List<Integer> palette) {
        int[] colours = palette.stream().mapToInt(Integer::intValue).toArray();
        return new IndexColorModel(8, colours.length, colours, 0, false, -1, java.awt.image.DataBuffer.TYPE_BYTE);
    }

    private static int nearest(int colour, List<Integer> palette) {
        int best = 0;
        int least = Integer.MAX_VALUE;
        for (int i = 0; i < palette.size(); i++) {
            int other = palette.get(i);
            int red = (colour >> 16 & 255) - (other >> 16 & 255);
            int green = (colour >> 8 & 255) - (other >> 8 & 255);
            int blue = (colour & 255) - (other & 255);
            int distance = red * red + green * green + blue * blue;
            if (distance < least) {
                least = distance;
                best = i;
            }
        }
        return best;
    }
}
