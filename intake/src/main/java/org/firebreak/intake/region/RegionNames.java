package org.firebreak.intake.region;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Names of regions made comparable. */
final class RegionNames {

  private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");
  private static final Pattern NOISE = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final Pattern ASCII = Pattern.compile("\\p{ASCII}*");

  /** Ethnic names stand before the suffix of autonomous regions; longer ones first. */
  private static final Pattern CHINESE_SUFFIX =
      Pattern.compile(
          "(?<=..)((各族|壮族|回族|维吾尔族?|藏族|羌族|彝族|苗族|土家族|侗族|布依族|瑶族|哈尼族|白族|傣族|景颇族"
              + "|傈僳族|蒙古族?|朝鲜族|哈萨克族?|柯尔克孜族?|畲族|黎族|满族|仡佬族|水族|仫佬族|毛南族|土族"
              + "|撒拉族|东乡族|保安族|裕固族|锡伯族?|达斡尔族?|鄂温克族?|鄂伦春族?|纳西族|拉祜族|佤族|独龙族|怒族"
              + "|普米族|塔吉克族?)*"
              + "(特别行政区|自治区|自治州|自治县|自治旗|地区|林区|新区|矿区|省|市|盟|州|县|区|旗))$");

  private static final Pattern ENGLISH_SUFFIX =
      Pattern.compile(
          "(?<=\\w\\w\\w)( zhuang| hui| uygur| uighur)?"
              + " (autonomous region|special administrative region|sar|municipality|province|state"
              + "|prefecture|autonomous prefecture|city|district|county|region|governorate|oblast"
              + "|department|shi|sheng)$");

  private RegionNames() {}

  /** The name without case, accents and punctuation. */
  static String full(String name) {
    return NOISE.matcher(spaced(name)).replaceAll("");
  }

  /** The name without its administrative suffix too; the same as {@link #full} if it has none. */
  static String stem(String name) {
    String spaced = spaced(name);
    String bare = ENGLISH_SUFFIX.matcher(spaced).replaceFirst("");
    return CHINESE_SUFFIX.matcher(NOISE.matcher(bare).replaceAll("")).replaceFirst("");
  }

  private static String spaced(String name) {
    String text = name.replace("&", " and ");
    if (!ASCII.matcher(text).matches()) {
      text = ACCENTS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("");
    }
    text = NOISE.matcher(text.toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
    return text.startsWith("the ") ? text.substring(4) : text;
  }
}
