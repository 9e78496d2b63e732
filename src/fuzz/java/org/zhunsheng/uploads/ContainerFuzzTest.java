package org.zhunsheng.uploads;

import com.code_intelligence.jazzer.junit.FuzzTest;
import org.junit.jupiter.api.DisplayName;

@DisplayName("任意字节：容器核对只答收或不收")
class ContainerFuzzTest {

    @FuzzTest(maxDuration = "10m")
    void anyBytes(byte[] bytes) {
        Container.refusal(bytes);
    }
}
