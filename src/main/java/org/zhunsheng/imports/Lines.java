package org.zhunsheng.imports;

import java.util.List;

/** Takes the lines of a file one after the other. A cell without content is null. */
@FunctionalInterface
interface Lines {

    void line(int number, List<Cell> cells) throws UnusableFile;
}
