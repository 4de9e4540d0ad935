import type { Theme } from "../../lib/model/theme.ts";
import type { Accent } from "../../lib/tour/accent.ts";

/** Gives a container the colours, corners and letters that a theme asks for. */
export function applyTheme(
  { style }: HTMLElement,
  { radius, font, scheme = "auto" }: Theme = {},
  accent: Accent | null,
): void {
  if (radius !== undefined) style.setProperty("--radius", `${radius}px`);
  if (font === "host") style.setProperty("--font", getComputedStyle(document.body).fontFamily);
  if (scheme !== "auto") style.colorScheme = scheme;
  for (const [name, color] of Object.entries(accent ?? {})) style.setProperty(`--${name}`, color);
}
