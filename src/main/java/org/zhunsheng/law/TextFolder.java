package org.zhunsheng.law;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/**
 * The official wording of articles, where an operator supplies it: {@code <folder>/<policy>/<clause>.txt} in UTF-8. We ship none, since our
 * summaries are ours and the texts are their issuers'.
 *
 * @param folder null where there is none
 */
record TextFolder(Path folder) {

    private static final Logger LOG = Logger.getLogger(TextFolder.class);
    private static final String ENDING = ".txt";
    private static final long LARGEST = 1 << 20;

    boolean isThere() {
        return folder != null && Files.isDirectory(folder);
    }

    /** What stands there now; what cannot be read is told to the operator and left out. */
    SortedMap<Article, Wording> read() throws IOException {
        SortedMap<Article, Wording> found = new TreeMap<>();
        if (isThere()) {
            for (Path policy : in(folder).stream().filter(Files::isDirectory).toList()) {
                for (Path file : in(policy).stream().filter(each -> each.toString().endsWith(ENDING)).toList()) {
                    String name = file.getFileName().toString();
                    read(file, new Article(policy.getFileName().toString(), name.substring(0, name.length() - ENDING.length())), found);
                }
            }
        }
        return found;
    }

    private static void read(Path file, Article article, SortedMap<Article, Wording> into) throws IOException {
        if (Files.size(file) > LARGEST) {
            LOG.warnf("%s is larger than 1 MB and no article", file);
            return;
        }
        try {
            String text = Files.readString(file, StandardCharsets.UTF_8).replace("\uFEFF", "").strip();
            if (text.isEmpty() || text.indexOf('\0') >= 0) {
                LOG.warnf("%s holds no text", file);
            } else {
                into.put(article, new Wording(text));
            }
        } catch (CharacterCodingException notUtf8) {
            LOG.warnf("%s is not in UTF-8", file);
        }
    }

    private static List<Path> in(Path folder) throws IOException {
        try (Stream<Path> found = Files.list(folder)) {
            return found.sorted().toList();
        }
    }
}
