package org.zhunsheng.facts;

/** An institution with which the host or a resident has an agreement or a mechanism of cooperation. */
@Block("overseasPartners[]")
public record OverseasPartner(
        @Fact("合作机构名称") Known<String> institution,
        @Fact("机构所在地") Known<LocationClass> location,
        @Fact("签约一方") Known<HeldBy> heldBy,
        @Fact("是国际组织") Known<Boolean> internationalOrganisation,
        @Fact("科技类知名机构") Known<Boolean> renowned,
        @Fact("属于重点领域") Known<Boolean> keyField,
        @Fact("属于重点国家（地区）") Known<Boolean> keyCountry,
        @Fact("协议或机制仍有效") Known<Boolean> inForce) {

    public enum HeldBy { HOST, RESIDENT }

    /** Hong Kong, Macao and Taiwan are 境外 (A69-12). */
    private Known<Boolean> abroad(Readings readings) {
        return location.map(location.name(), place -> place == LocationClass.FOREIGN_COUNTRY
                || place == LocationClass.HK_MACAO_TAIWAN && !readings.is("A69-12", "FOREIGN_COUNTRIES_ONLY"));
    }

    private Known<Boolean> counted(Readings readings) {
        return readings.is("A69-13", "IN_FORCE_ONLY") ? inForce : Known.of("", true);
    }

    private Known<Boolean> ofHost() {
        return heldBy.map(heldBy.name(), by -> by == HeldBy.HOST);
    }

    Known<Boolean> countsForPark(Readings readings) {
        return Count.both(abroad(readings), counted(readings));
    }

    /** 重点领域 and 重点国家 are attributes of one noun, so both (A69-12). */
    Known<Boolean> countsForResearch(Readings readings) {
        Known<Boolean> key = readings.is("A69-12", "KEY_FIELD_OR_COUNTRY") ? Count.either(keyField, keyCountry) : Count.both(keyField, keyCountry);
        return Count.both(ofHost(), renowned, key, counted(readings));
    }

    Known<Boolean> countsForPlatform(Readings readings) {
        return Count.both(ofHost(), Count.either(internationalOrganisation, abroad(readings)), counted(readings));
    }
}
