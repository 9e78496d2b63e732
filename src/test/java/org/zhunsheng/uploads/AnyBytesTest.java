package org.zhunsheng.uploads;

import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("改坏的工作簿：容器核对只答收或不收")
class AnyBytesTest {

    @Test
    @DisplayName("改动几个字节、截断、接长")
    void mutated() {
        byte[] sound = HandedIn.committed();
        Random random = new Random(20220613);
        for (int each = 0; each < 500; each++) {
            byte[] bytes = random.nextInt(4) == 0 ? java.util.Arrays.copyOf(sound, random.nextInt(2 * sound.length)) : sound.clone();
            for (int change = random.nextInt(20); change >= 0 && bytes.length > 0; change--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
            }
            assertNotNull(Container.refusal(bytes));
        }
    }
}
