/** Names that are known and are not one of the 31 provinces or the nation. */
export type OutOfScopeClass = 'city' | 'corps' | 'zone' | 'sum' | 'other' | 'no_statistics';

const ZONES =
  '东部 中部 西部 东北 东北部 东部沿海 沿海 华北 华东 华中 华南 中南 西南 西北 长三角 长江三角洲 珠三角 珠江三角洲 京津冀 环渤海 粤港澳大湾区 成渝 成渝双城经济圈 长江经济带 黄河流域 长江中游 east central west northeast';
const SUMS = '合计 总计 共计 小计 地方合计 地区合计 各地区合计 各省合计 省市合计 31省合计 地方 总和 total sum';
const OTHERS = '中央 不分地区 其他 其它 其他地区 部门 境外 国外 港澳台 other others';
const CORPS = '新疆生产建设兵团 生产建设兵团 新疆兵团 建设兵团 兵团';

// 计划单列市, 副省级城市 and capitals stand in tables beside provinces; 吉林 without 市 is the province and not here.
const BIG_CITIES =
  '深圳 大连 青岛 宁波 厦门 广州 武汉 哈尔滨 沈阳 成都 南京 西安 长春 济南 杭州 石家庄 太原 呼和浩特 合肥 福州 南昌 郑州 长沙 南宁 海口 贵阳 昆明 拉萨 兰州 西宁 银川 乌鲁木齐 苏州 无锡 佛山 东莞 常州 南通 温州 泉州 烟台 唐山 徐州 珠海 三亚 雄安新区 浦东新区 滨海新区 两江新区';

const CITIES =
  '吉林 秦皇岛 邯郸 邢台 保定 张家口 承德 沧州 廊坊 衡水 大同 阳泉 长治 晋城 朔州 晋中 运城 忻州 临汾 吕梁 包头 乌海 赤峰 通辽 鄂尔多斯 呼伦贝尔 巴彦淖尔 乌兰察布 鞍山 抚顺 本溪 丹东 锦州 营口 阜新 辽阳 盘锦 铁岭 朝阳 葫芦岛 四平 辽源 通化 白山 松原 白城 齐齐哈尔 鸡西 鹤岗 双鸭山 大庆 伊春 佳木斯 七台河 牡丹江 黑河 绥化 连云港 淮安 盐城 扬州 镇江 泰州 宿迁 嘉兴 湖州 绍兴 金华 衢州 舟山 台州 丽水 芜湖 蚌埠 淮南 马鞍山 淮北 铜陵 安庆 黄山 滁州 阜阳 宿州 六安 亳州 池州 宣城 莆田 三明 漳州 南平 龙岩 宁德 景德镇 萍乡 九江 新余 鹰潭 赣州 吉安 宜春 抚州 上饶 淄博 枣庄 东营 潍坊 济宁 泰安 威海 日照 临沂 德州 聊城 滨州 菏泽 开封 洛阳 平顶山 安阳 鹤壁 新乡 焦作 濮阳 许昌 漯河 三门峡 南阳 商丘 信阳 周口 驻马店 济源 黄石 十堰 宜昌 襄阳 鄂州 荆门 孝感 荆州 黄冈 咸宁 随州 仙桃 潜江 天门 株洲 湘潭 衡阳 邵阳 岳阳 常德 张家界 益阳 郴州 永州 怀化 娄底 韶关 汕头 江门 湛江 茂名 肇庆 惠州 梅州 汕尾 河源 阳江 清远 中山 潮州 揭阳 云浮 柳州 桂林 梧州 北海 防城港 钦州 贵港 玉林 百色 贺州 河池 来宾 崇左 三沙 儋州 自贡 攀枝花 泸州 德阳 绵阳 广元 遂宁 内江 乐山 南充 眉山 宜宾 广安 达州 雅安 巴中 资阳 六盘水 遵义 安顺 毕节 铜仁 曲靖 玉溪 保山 昭通 丽江 普洱 临沧 日喀则 昌都 林芝 山南 那曲 铜川 宝鸡 咸阳 渭南 延安 汉中 榆林 安康 商洛 嘉峪关 金昌 白银 天水 武威 张掖 平凉 酒泉 庆阳 定西 陇南 海东 石嘴山 吴忠 固原 中卫 克拉玛依 吐鲁番 哈密 石河子';

/** The autonomous prefectures as tables shorten them; 贵州 and 徐州 end so too, hence no rule. */
const PREFECTURES =
  '延边州 恩施州 湘西州 阿坝州 甘孜州 凉山州 黔西南州 黔东南州 黔南州 楚雄州 红河州 文山州 西双版纳州 大理州 德宏州 怒江州 迪庆州 临夏州 甘南州 海北州 黄南州 海南州 果洛州 玉树州 海西州 昌吉州 博州 博尔塔拉州 巴州 巴音郭楞州 克州 伊犁州';

function words(text: string): string[] {
  return text.split(' ');
}

const CLASSES = new Map<string, OutOfScopeClass>();
for (const name of words(ZONES)) {
  for (const suffix of ['', '地区', '省份', '地区合计']) CLASSES.set(name + suffix, 'zone');
}
for (const name of words(SUMS)) CLASSES.set(name, 'sum');
for (const name of words(OTHERS)) CLASSES.set(name, 'other');
for (const name of words(CORPS)) CLASSES.set(name, 'corps');
for (const name of words(BIG_CITIES)) CLASSES.set(name, 'city').set(`${name}市`, 'city');
for (const name of words(PREFECTURES)) CLASSES.set(name, 'city');
for (const name of words(CITIES)) CLASSES.set(`${name}市`, 'city');

// 自治州, 盟 and 地区 of the administrative divisions all end so, and no province does.
const PREFECTURE = /^.{2,12}(?:自治州|自治县|盟)$/u;

/** The class of a normalised name that is no province, or null for a name that is not known at all. */
export function outOfScopeClass(normalized: string): OutOfScopeClass | null {
  return CLASSES.get(normalized) ?? (PREFECTURE.test(normalized) ? 'city' : null);
}
