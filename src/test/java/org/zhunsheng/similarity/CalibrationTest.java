package org.zhunsheng.similarity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("疑似的界限按训练用的题目对定，留出的三分之一不参与")
class CalibrationTest {

    @Test
    @DisplayName("训练对上：同一项目几乎都找得到，疑似的多数属实")
    void floor() {
        Calibration calibration = Calibration.of(Similarity.SUSPECT, Pair.training());
        assertTrue(calibration.recall() > 0.95 && calibration.precision() > 0.7, calibration::toString);
    }

    @Test
    @DisplayName("没有别的界限比它好")
    void best() {
        double chosen = Calibration.of(Similarity.SUSPECT, Pair.training()).f1();
        IntStream.range(5, 60).mapToObj(hundredths -> Calibration.of(hundredths / 100.0, Pair.training()))
                .forEach(other -> assertTrue(other.f1() <= chosen, other::toString));
    }

    @Test
    @DisplayName("背景表就是训练对数出来的")
    void background() throws IOException {
        assertEquals(Background.table(), Files.readString(Background.FILE));
    }

    @Test
    @DisplayName("留出的约三分之一，与训练对没有共同的文字")
    void heldApart() {
        assertEquals(1.0 / 3, (double) Pair.held().size() / Pair.all().size(), 0.05);
        Set<String> seen = texts(Pair.training()).collect(Collectors.toSet());
        assertEquals(List.of(), texts(Pair.held()).filter(seen::contains).toList());
    }

    @Test
    @DisplayName("编号不重复，题目都有字")
    void sound() {
        List<Pair> pairs = Pair.all();
        assertEquals(pairs.size(), pairs.stream().map(Pair::id).distinct().count());
        assertTrue(pairs.stream().noneMatch(pair -> pair.a().title().isBlank() || pair.b().title().isBlank()));
        assertTrue(pairs.stream().noneMatch(pair -> pair.a().equals(pair.b())));
        assertEquals(Pair.Label.values().length, pairs.stream().map(Pair::label).collect(Collectors.groupingBy(Function.identity())).size());
    }

    private static Stream<String> texts(List<Pair> pairs) {
        return pairs.stream().flatMap(pair -> Stream.of(pair.a(), pair.b())).flatMap(project -> Stream.of(project.title(), project.summary()))
                .filter(text -> !text.isBlank());
    }
}
