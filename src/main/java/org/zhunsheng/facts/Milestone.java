package org.zhunsheng.facts;

/** A stage of a project whose assessment comes before the next part of the money (里程碑). */
@Block("activity.milestones[]")
public record Milestone(
        @Fact("阶段名称") Known<String> name,
        @Fact("阶段考核已通过") Known<Boolean> passed) {
}
