package org.zhunsheng.facts;

import java.math.BigDecimal;

/** A hard-core innovator that moved in and builds (专精特新, 独角兽). */
public record RelocatedEnterprise(
        @Fact("专精特新企业") Known<Boolean> specialised,
        @Fact("独角兽企业") Known<Boolean> unicorn,
        @Fact("由区外迁入") Known<Boolean> movedInFromOutsideArea,
        @Fact("在区内新建重大产业化项目") Known<Boolean> buildsNewMajorIndustrialProject,
        @Fact(value = "研发设备采购总额", unit = "元", min = "0") Known<BigDecimal> rdEquipmentPurchaseYuan,
        @Fact(value = "其他设备采购总额", unit = "元", min = "0") Known<BigDecimal> otherEquipmentPurchaseYuan) {
    /** R&D equipment, or all equipment where both threshold and base are read so (A8-18). */
    @Derived({"relocatedEnterprise.rdEquipmentPurchaseYuan", "relocatedEnterprise.otherEquipmentPurchaseYuan"})
    public Known<BigDecimal> counted(Readings readings) {
        if (!readings.is("A8-18", "ALL_EQUIPMENT") || !rdEquipmentPurchaseYuan.isValue()) {
            return rdEquipmentPurchaseYuan;
        }
        return otherEquipmentPurchaseYuan.map(rdEquipmentPurchaseYuan.name(), rdEquipmentPurchaseYuan.value()::add);
    }
}
