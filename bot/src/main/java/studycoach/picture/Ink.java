package studycoach.picture;

import java.awt.Color;

/**
 * The colours of pictures. Hues are of the palette of M. Okabe and K. Ito (2008), which the
 * colour-blind can tell apart; what means more is darker, so that hue alone says nothing. The
 * ground is a picture's own, so chats may be dark or light.
 */
public enum Ink {
  GROUND(0xFFFFFF),
  EDGE(0xD0D7DE),
  TEXT(0x1B1F24),
  FAINT_TEXT(0x57606A),
  TRACK(0xE3E8EE),
  BLUE(0x0072B2),
  SKY(0x9BD0F2),
  MARK(0x1B1F24),
  NONE(0xEBEEF2),
  FEW(0xBFDDF2),
  SOME(0x6FB1DE),
  MANY(0x1F7FBF),
  MOST(0x08406B);

  private final int rgb;

  Ink(int rgb) {
    this.rgb = rgb;
  }

  Color colour() {
    return new Color(rgb);
  }

  /**
   * How well two are told apart.
   *
   * @return 1 to 21, the contrast ratio of WCAG 2
   */
  public static double contrast(Ink one, Ink other) {
    double lighter = Math.max(one.luminance(), other.luminance());
    double darker = Math.min(one.luminance(), other.luminance());
    return (lighter + 0.05) / (darker + 0.05);
  }

  private double luminance() {
    return 0.2126 * linear(rgb >> 16) + 0.7152 * linear(rgb >> 8) + 0.0722 * linear(rgb);
  }

  private static double linear(int channel) {
    double share = (channel & 0xFF) / 255.0;
    return share <= 0.03928 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
  }
}
