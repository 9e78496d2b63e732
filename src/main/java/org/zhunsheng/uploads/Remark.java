package org.zhunsheng.uploads;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** One thing to mend, where it stands (sheet and cell are empty where it is the file), and an applicant or a row that shows it. */
public record Remark(String sheet, String cell, String read, String detail, String shown) {

    void write(DataOutputStream out) throws IOException {
        for (String text : new String[] {sheet, cell, read, detail, shown}) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            out.writeInt(bytes.length);
            out.write(bytes);
        }
    }

    static Remark read(DataInputStream in) throws IOException {
        return new Remark(text(in), text(in), text(in), text(in), text(in));
    }

    private static String text(DataInputStream in) throws IOException {
        return new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
    }
}
