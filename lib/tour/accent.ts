import type { Guide } from "../model/guide.ts";

/** A workspace's colour, made readable wherever it is used. All values are `#rrggbb`. */
export interface Accent {
  /** Fill of the main button, as the workspace wrote it. */
  fill: string;
  /** Text on the fill. */
  on: string;
  /** Links, ring and focus on a light card. */
  inkLight: string;
  /** The same on a dark card. */
  inkDark: string;
}

type Rgb = readonly [number, number, number];

export const LIGHT_CARD: Rgb = [255, 255, 255];
export const DARK_CARD: Rgb = [28, 33, 31];
const BLACK: Rgb = [0, 0, 0];
const WHITE: Rgb = [255, 255, 255];

/** WCAG AA for text. */
const READABLE = 4.5;

/** That of a guide's theme; null without one. */
export function accentOf({ theme }: Pick<Guide, "theme">): Accent | null {
  return theme?.accent ? readableAccent(theme.accent) : null;
}

export function readableAccent(hex: string): Accent {
  const fill = parse(hex);
  return {
    fill: format(fill),
    on: format(contrast(fill, WHITE) >= READABLE ? WHITE : BLACK),
    inkLight: format(readableOn(LIGHT_CARD, fill, BLACK)),
    inkDark: format(readableOn(DARK_CARD, fill, WHITE)),
  };
}

/** As little as needed of `towards` mixed into a colour. */
function readableOn(ground: Rgb, color: Rgb, towards: Rgb): Rgb {
  for (let share = 0; share < 1; share += 0.05) {
    const mixed = mix(color, towards, share);
    if (contrast(mixed, ground) >= READABLE) return mixed;
  }
  return towards;
}

function mix(a: Rgb, b: Rgb, share: number): Rgb {
  const at = (i: 0 | 1 | 2) => Math.round(a[i] + (b[i] - a[i]) * share);
  return [at(0), at(1), at(2)];
}

/** WCAG contrast ratio, 1 to 21. */
export function contrast(a: Rgb, b: Rgb): number {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(color: Rgb): number {
  const [r = 0, g = 0, b = 0] = color.map((channel) => {
    const value = channel / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

export function parse(hex: string): Rgb {
  const value = Number.parseInt(hex.slice(1), 16);
  return [(value >> 16) & 255, (value >> 8) & 255, value & 255];
}

function format(color: Rgb): string {
  return `#${color.map((channel) => channel.toString(16).padStart(2, "0")).join("")}`;
}
