package org.zhunsheng;

import static io.restassured.RestAssured.when;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@DisplayName("服务的启动")
class ServiceTest {

    @Test
    @DisplayName("不配置数据库，也能就绪")
    void isReadyWithoutAConfiguredDatabase() {
        when().get("/health/ready").then().statusCode(200)
                .body("status", equalTo("UP"))
                .body("checks.name", hasItem("database"));
        when().get("/health/live").then().statusCode(200);
    }

    @Test
    @DisplayName("记录的指标从一开始就有")
    void showsMetrics() {
        when().get("/metrics").then().statusCode(200)
                .body(containsString("zhunsheng_record_queue"))
                .body(containsString("zhunsheng_record_batch"))
                .body(containsString("zhunsheng_record_commit_seconds_count"));
    }
}
