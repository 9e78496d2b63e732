package org.zhunsheng.facts;

/** A high-tech enterprise that moves within Beijing, Tianjin and Hebei. */
public record RegionalMove(
        @Fact("高新技术企业") Known<Boolean> highTechEnterprise,
        @Fact("迁移当日证书有效") Known<Boolean> certificateValidOnMoveDate,
        @Fact("整体迁移") Known<Boolean> movesAsAWhole,
        @Fact("迁出地") Known<Place> movesFrom,
        @Fact("迁入地") Known<Place> movesTo) {

    public enum Place { BEIJING, TIANJIN, HEBEI, OTHER }

    @Derived({"regionalMove.movesFrom", "regionalMove.movesTo"})
    public Known<Boolean> betweenTwoPlaces() {
        return movesFrom.isValue() && movesTo.isValue() ? Known.of("regionalMove.betweenTwoPlaces", movesFrom.value() != movesTo.value())
                : Known.lacking(movesFrom.isValue() ? movesTo : movesFrom);
    }
}
