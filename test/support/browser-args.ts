/**
 * What Playwright switches off by itself; a second `--disable-features` takes the place of its own. From
 * playwright-core/src/server/chromium/chromiumSwitches.ts, without what is for Edge, Windows and macOS.
 */
const BY_PLAYWRIGHT = [
  "AvoidUnnecessaryBeforeUnloadCheckSync",
  "DestroyProfileOnBrowserClose",
  "HttpsUpgrades",
  "HttpsFirstBalancedModeAutoEnable",
  "LensOverlay",
  "MediaRouter",
  "PaintHolding",
  "ThirdPartyStoragePartitioning",
  "AvoidCorsURLLoaderRestartOnRedirect",
  "TcpPortRandomizationWin",
  "OptimizationHints",
  "NetworkTimeServiceQuerying",
  "AimEnabled",
  "PreconnectToSearch",
];

/** The address bar's suggestions are pages of their own, which each window loads: a quarter of all that tests cost. */
const SUGGESTIONS = ["WebUIOmniboxPopup", "WebUIOmniboxAimPopup"];

/** With these a browser starts for tests. */
export const BROWSER_ARGS: readonly string[] = [
  "--disable-background-networking",
  `--disable-features=${[...BY_PLAYWRIGHT, ...SUGGESTIONS].join()}`,
];
