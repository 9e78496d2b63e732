package org.zhunsheng.uploads;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import org.zhunsheng.tables.Opened;

/**
 * The process that opens a workbook from outside, with little memory and little time, and nothing else to lose: it hands on what is stored
 * in the cells, takes the remarks on it, and hands back the workbook with them.
 */
public final class ApartMain {

    private ApartMain() {
    }

    public static void main(String[] arguments) throws IOException {
        DataInputStream in = new DataInputStream(new BufferedInputStream(System.in));
        DataOutputStream out = new DataOutputStream(new BufferedOutputStream(new FileOutputStream(FileDescriptor.out)));
        // what a library has to say must not get between what is handed on
        System.setOut(System.err);
        String file = in.readUTF();
        byte[] workbook = in.readNBytes(in.readInt());
        String refusal = extent(workbook);
        out.writeUTF(refusal == null ? "" : refusal);
        if (refusal != null) {
            out.flush();
            return;
        }
        Opened.of(file, workbook).write(out);
        out.flush();
        List<Remark> remarks = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            remarks.add(Remark.read(in));
        }
        byte[] annotated = Annotated.of(workbook, remarks);
        out.writeInt(annotated.length);
        out.write(annotated);
        out.flush();
    }

    private static String extent(byte[] workbook) throws IOException {
        try {
            return Extent.refusal(workbook);
        } catch (XMLStreamException | IllegalArgumentException broken) {
            return "无法打开的文件，应为完好的 xlsx 工作簿";
        }
    }
}
