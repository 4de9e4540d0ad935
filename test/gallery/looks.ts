import type { Page } from "@playwright/test";

/** A way in which people see guides. */
export interface Look {
  media?: Parameters<Page["emulateMedia"]>[0];
  /** CSS px; 320 × 256 is what is left of 1280 × 1024 at 400 %. */
  size?: { width: number; height: number };
  locale?: "en" | "ru" | "ar";
  dir?: "rtl";
  /** A modal dialog of the host is open. */
  dialog?: boolean;
}

export const LOOKS: Readonly<Record<string, Look>> = {
  light: {},
  dark: { media: { colorScheme: "dark" } },
  russian: { locale: "ru" },
  "right-to-left": { locale: "ar", dir: "rtl" },
  "400-percent": { size: { width: 320, height: 256 } },
  "400-percent-russian": { size: { width: 320, height: 256 }, locale: "ru" },
  "forced-colours": { media: { forcedColors: "active" } },
  "over-a-dialog": { dialog: true },
};
