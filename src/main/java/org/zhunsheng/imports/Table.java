package org.zhunsheng.imports;

import java.io.IOException;
import java.util.List;

/** The lines of a file in one of the formats; they can be read more than once. */
interface Table {

    /** What there is to tell of the file before its lines are read. */
    List<Finding> remarks();

    void read(Lines lines) throws IOException, UnusableFile;
}
