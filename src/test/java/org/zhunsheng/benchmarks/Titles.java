package org.zhunsheng.benchmarks;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Titles of invented projects, the same ones each time. Words are drawn by Zipf's law, as in real titles: a few topics stand in
 * thousands of titles, most stand in few.
 */
final class Titles {

    private static final String[] PLACES = words("""
            海淀 朝阳 亦庄 昌平 怀柔 通州 顺义 大兴 房山 门头沟 延庆 密云 平谷 石景山 丰台 雄安 张家口 唐山 天津 深圳 苏州 合肥 武汉 西安 成都 哈尔滨 兰州 昆明 新加坡 曼谷 河内
            雅加达 吉隆坡 东京 大阪 首尔 柏林 慕尼黑 汉堡 巴黎 里昂 伦敦 剑桥 曼彻斯特 都灵 米兰 马德里 里斯本 布达佩斯 华沙 布拉格 维也纳 苏黎世 赫尔辛基 斯德哥尔摩 奥斯陆 哥本哈根 阿姆斯特丹
            特拉维夫 迪拜 利雅得 开罗 内罗毕 拉各斯 开普敦 圣保罗 圣地亚哥 墨西哥城 多伦多 波士顿 西雅图 硅谷 悉尼 奥克兰 阿斯塔纳 塔什干 明斯克 莫斯科""");
    private static final String[] THINGS = words("""
            机器人 芯片 电池 传感器 疫苗 抗体 激光雷达 光伏组件 燃料电池 无人机 大模型 量子计算 卫星 发动机 光刻胶 碳化硅 氮化镓 显示屏 存储器 处理器 数据库 操作系统 区块链 隐私计算 联邦学习
            知识图谱 语音识别 图像识别 自动驾驶 充电桩 储氢罐 电解槽 风电叶片 储能电站 热泵 核反应堆 超导带材 磁体 加速器 质谱仪 电子显微镜 核磁共振 内窥镜 支架 人工心脏 人工关节 透析机 呼吸机
            血糖仪 测序仪 试剂盒 基因治疗 细胞治疗 干细胞 外泌体 核酸药物 多肽 小分子药物 中药饮片 针灸 益生菌 发酵罐 酶制剂 生物农药 种子 小麦 水稻 奶牛 鲟鱼 温室 滴灌 遥感 浮标 膜材料 催化剂
            气凝胶 石墨烯 碳纤维 高温合金 钛合金 镁合金 陶瓷 玻璃 混凝土 盾构机 起重机 轴承 减速器 伺服电机 数控机床 打印机 焊接 涂层 密封件 阀门 压缩机 轨道车辆 信号系统 船舶 滑翔机 采矿车 钻机
            污水 污泥 垃圾焚烧 飞灰 土壤 地下水 碳捕集 臭氧 噪声 文物 古籍 丝织品 壁画 冰雪 造雪机 头盔 康复器械 助听器 假肢 外骨骼 手语 教具 支付 信贷 保险 供应链 海关 税务 审计 应急 消防 地震 洪水""");
    private static final String[] TRAITS = words("""
            柔性 固态 微型 可穿戴 植入式 便携式 可降解 耐高温 耐腐蚀 抗辐射 低功耗 高通量 超快 超薄 宽频 多通道 双特异性 单细胞 长效 吸入式 口服 无创 微创 原位 在线 离线 分布式 边缘 云端 车载 星载 机载
            水下 深海 极地 高原 沙漠 城市 乡村 社区 家用 工业 军民两用 全自动 半自动 人机协作 群体 仿生 自修复 自供电 无线 光纤 毫米波 太赫兹 红外 紫外 超声 电磁 等离子体 激光 电子束 离子注入 磁控溅射""");
    private static final String[] ACTS = words("""
            监测 诊断 检测 筛查 预警 调度 巡检 清洗 分选 制备 提纯 回收 封装 测试 标定 成像 导航 定位 通信 加密 存储 压缩 生成 识别 翻译 预测 仿真 设计 制造 装配 运维 修复 防护 治疗 康复 护理 种植 养殖
            育种 灌溉 施肥 采收 加工 保鲜 运输 配送 交易 结算 风控 监管 评估 认证 展示 培训 科普""");
    private static final String[] FRAMES = words("""
            基于%t的%a%h%c关键技术研究与应用 %p%h%c联合研发中心 面向%c的%a%h研发及产业化 %a%h%c系统 %p%a%h产业园 %h%c技术转移与示范 用于%t%c的%a%h %p国际%h大会 %a%h与%t一体化%c平台建设
            %h%c若干问题研究 新型%a%h的%c方法 %t驱动的%h%c %p%t创新中心 %a%t%c装备国产化 %h全流程%c示范工程""");
    private static final String RARE = "鄂沅沣泓琨瑾翎翊骁昱晟铂钛钼钽铌铱镓锗铟硒碲铋锆铪钪钇镧铈镨钕钐铕钆铽镝钬铒铥镱镥岚崧崟嵘巍峥峻岱峤岫屹昊昕晖曦旻旭炜烨煜焱焕炯烁焜";

    private final Random random;

    Titles(long seed) {
        random = new Random(seed);
    }

    /** Half of them with a name of their own, as products and firms have. */
    String next() {
        String frame = FRAMES[random.nextInt(FRAMES.length)];
        StringBuilder title = new StringBuilder();
        if (random.nextBoolean()) {
            title.append('“').append(rare()).append(rare()).append('”');
        }
        for (int i = 0; i < frame.length(); i++) {
            if (frame.charAt(i) != '%') {
                title.append(frame.charAt(i));
                continue;
            }
            title.append(zipf(switch (frame.charAt(++i)) {
                case 'p' -> PLACES;
                case 'a' -> TRAITS;
                case 'c' -> ACTS;
                default -> THINGS;
            }));
        }
        return title.toString();
    }

    /** The same project as another hand would write it: other frame, words in another order, one of them lost, a synonym here and there. */
    String reworded(String title) {
        String plain = title.replaceAll("基于|面向|用于|驱动|关键技术研究与应用|研发及产业化|若干问题研究|平台建设|系统|新型|方法|的|与|“|”", " ").strip();
        List<String> parts = new ArrayList<>(List.of(plain.split(" +")));
        Collections.shuffle(parts, random);
        StringBuilder text = new StringBuilder(String.join("及", parts));
        int lost = random.nextInt(text.length() - 1);
        text.delete(lost, lost + 2);
        return (random.nextBoolean() ? "关于" + text + "的研制" : text + "建设项目（二期）").replace("检测", "测定").replace("制备", "制取").replace("治疗", "疗法");
    }

    private char rare() {
        return RARE.charAt(random.nextInt(RARE.length()));
    }

    private String zipf(String[] words) {
        return words[(int) Math.pow(words.length + 1.0, random.nextDouble()) - 1];
    }

    private static String[] words(String block) {
        return block.strip().split("\\s+");
    }
}
