package org.firebreak.city.people;

import org.firebreak.city.random.Draws;

/** Parts of fictitious Chinese names, with their spelling in Latin letters. */
final class Names {

  private static final String[] SURNAMES =
      ("王Wang 李Li 张Zhang 刘Liu 陈Chen 杨Yang 黄Huang 赵Zhao 吴Wu 周Zhou 徐Xu 孙Sun 马Ma 朱Zhu 胡Hu 郭Guo "
              + "何He 林Lin 高Gao 罗Luo 郑Zheng 梁Liang 谢Xie 宋Song 唐Tang 许Xu 韩Han 邓Deng 冯Feng 曹Cao 彭Peng "
              + "曾Zeng 萧Xiao 田Tian 董Dong 潘Pan 袁Yuan 蔡Cai 蒋Jiang 余Yu 于Yu 杜Du 叶Ye 程Cheng 魏Wei 苏Su "
              + "吕Lü 丁Ding 任Ren 卢Lu 姚Yao 沈Shen 钟Zhong 姜Jiang 崔Cui 谭Tan 陆Lu 范Fan 汪Wang 廖Liao")
          .split(" ");
  private static final String[] MALE =
      "伟wei 强qiang 磊lei 军jun 勇yong 杰jie 涛tao 明ming 超chao 刚gang 平ping 辉hui 鹏peng 建jian 国guo 华hua 志zhi 文wen 海hai 波bo 斌bin 宇yu 浩hao 凯kai 俊jun 林lin 峰feng 龙long 东dong 宁ning"
          .split(" ");
  private static final String[] FEMALE =
      "芳fang 娜na 敏min 静jing 丽li 艳yan 霞xia 玲ling 燕yan 梅mei 娟juan 秀xiu 英ying 慧hui 红hong 兰lan 玉yu 萍ping 雪xue 琳lin 倩qian 颖ying 洁jie 云yun 莉li 桂gui 淑shu 月yue 佳jia 欣xin"
          .split(" ");
  private static final String[] STREETS =
      "望海路 听潮街 灯塔路 碧波大道 盐场路 渔歌巷 风帆路 海棠街 观澜路 石桥街 青屿路 长堤路 北港街 南埠路 花溪巷 云台路".split(" ");

  private Names() {}

  static String[] surname(Draws draws) {
    double rank = draws.unit() * draws.unit();
    return part(SURNAMES[(int) (rank * SURNAMES.length)]);
  }

  static String[] given(Sex sex, Draws draws) {
    String[] pool = sex == Sex.MALE ? MALE : FEMALE;
    String[] first = part(pool[draws.below(pool.length)]);
    String[] second =
        draws.chance(0.22) ? new String[] {"", ""} : part(pool[draws.below(pool.length)]);
    String latin = first[1] + second[1];
    return new String[] {
      first[0] + second[0], Character.toUpperCase(latin.charAt(0)) + latin.substring(1)
    };
  }

  static String street(Draws draws) {
    return STREETS[draws.below(STREETS.length)];
  }

  private static String[] part(String both) {
    return new String[] {both.substring(0, 1), both.substring(1)};
  }
}
