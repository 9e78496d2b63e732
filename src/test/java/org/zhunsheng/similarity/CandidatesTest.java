package org.zhunsheng.similarity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.zhunsheng.database.Address;
import org.zhunsheng.database.Database;
import org.zhunsheng.database.TestServer;

@DisplayName("在全部奖补记录里找可能相似的")
@ParameterizedClass
@EnumSource(TestServer.class)
class CandidatesTest {

    @Parameter
    TestServer server;

    private Address address;
    private Database database;

    @BeforeEach
    void open() {
        address = server.emptyDatabase();
        database = Database.at(address, 2);
    }

    @AfterEach
    void close() throws Exception {
        database.close();
    }

    private void store(Map<Long, Project> awards) throws SQLException {
        try (Connection connection = database.connection()) {
            Candidates.store(connection, awards);
        }
        // as the server does by itself sooner or later
        TestServer.execute(address, "analyze award_text");
    }

    private List<Long> found(String title, String summary, int limit) throws SQLException {
        try (Connection connection = database.connection()) {
            return Candidates.of(connection, new Project(title, summary), limit);
        }
    }

    @Test
    @DisplayName("换了写法也找得到，共同之处最少见的在前")
    void rewritten() throws SQLException {
        store(Map.of(1L, new Project("里斯本海洋滑翔机联合实验室", null), 2L, new Project("里斯本葡语学校", null), 3L, new Project("雅加达信号灯", null)));
        assertEquals(List.of(1L, 2L), found("海洋滑翔機研發（里斯本）", null, 10));
        assertEquals(List.of(1L), found("海洋滑翔機研發（里斯本）", null, 1));
        assertEquals(List.of(1L), found("水下航行器", "在亚速尔布放滑翔机", 10));
    }

    @Test
    @DisplayName("只有套话相同的不找；题目全是套话时就找套话")
    void boilerplate() throws SQLException {
        store(Map.of(1L, new Project("基于区块链的关键技术研究与应用", null), 2L, new Project("科技创新服务平台建设项目", null)));
        assertEquals(List.of(), found("基于毫米波的关键技术研究与应用", null, 10));
        assertEquals(List.of(2L), found("科技创新服务平台建设项目（二期）", null, 10));
        assertEquals(List.of(), found("，。", null, 10));
    }

    @Test
    @DisplayName("题目更正后按新的找")
    void corrected() throws SQLException {
        store(Map.of(1L, new Project("雅加达信号灯", null)));
        store(Map.of(1L, new Project("里斯本滑翔机", null)));
        assertEquals(List.of(), found("雅加达信号灯", null, 10));
        assertEquals(List.of(1L), found("里斯本滑翔机", null, 10));
    }

    @Test
    @DisplayName("与记录同一事务：记录没有写成，就找不到")
    void sameTransaction() throws SQLException {
        try (Connection connection = database.connection()) {
            connection.setAutoCommit(false);
            Candidates.store(connection, 1, new Project("里斯本滑翔机", null));
            connection.rollback();
        }
        assertEquals(List.of(), found("里斯本滑翔机", null, 10));
    }

    @Test
    @DisplayName("常见的字先不找，只有常见的字也至少找最少见的一对")
    void rareOnesFirst() throws SQLException {
        Map<Long, Project> awards = new HashMap<>();
        for (long award = 0; award < 30_000; award++) {
            awards.put(award, new Project("机器人", null));
        }
        awards.put(40_000L, new Project("机器人猞猁", null));
        store(awards);
        assertEquals(40_000, found("猞猁机器人", null, 10).get(0));
        assertEquals(10, found("机器人", null, 10).size());
    }

    @Test
    @DisplayName("成对的题目都找得到：同一项目改写后仍在候选之中")
    void labelled() throws SQLException {
        List<Pair> same = Pair.training().stream().filter(Pair::same).toList();
        Map<Long, Project> awards = new HashMap<>();
        for (Pair pair : Pair.training()) {
            awards.put(Long.parseLong(pair.id().substring(1)), pair.a());
        }
        store(awards);
        long found = 0;
        for (Pair pair : same) {
            found += this.found(pair.b().title(), pair.b().summary(), 10).contains(Long.parseLong(pair.id().substring(1))) ? 1 : 0;
        }
        assertTrue(found >= same.size() * 0.95, found + "/" + same.size());
    }
}
