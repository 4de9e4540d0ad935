import type { Theme } from "../../lib/model/theme.ts";
import { accentOf } from "./accent.ts";

/** Gives a container the colours, corners and letters that a theme asks for; whatever they are, it stays readable. */
export function applyTheme({ style }: HTMLElement, theme: Theme = {}): void {
  const { accent, radius, font, scheme = "auto" } = theme;
  if (radius !== undefined) style.setProperty("--radius", `${radius}px`);
  if (font === "host") style.setProperty("--font", getComputedStyle(document.body).fontFamily);
  if (scheme !== "auto") style.colorScheme = scheme;
  if (!accent) return;
  const { fill, on, inkLight, inkDark } = accentOf(accent);
  style.setProperty("--fill", fill);
  style.setProperty("--on-fill", on);
  style.setProperty("--ink-light", inkLight);
  style.setProperty("--ink-dark", inkDark);
}
