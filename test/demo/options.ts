import { parseArgs } from "node:util";

export interface DemoOptions {
  /** A browser that a person can see and use; otherwise a scripted user does the tour. */
  visible: boolean;
  locale: string;
  /** Where the screenshots go; its content is replaced. */
  output: string;
}

export const USAGE = `npm run demo [-- --headless] [-- --locale ru-RU] [-- --output FOLDER]

  --headless   play a scripted user and take screenshots, also where there is a display
  --locale     language of browser, Node-RED and guides: en-US (default) or ru-RU
  --output     where the screenshots go: demo-output (default)`;

export function readOptions(
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>> = process.env,
  platform: string = process.platform,
): DemoOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      headless: { type: "boolean", default: false },
      locale: { type: "string", default: "en-US" },
      output: { type: "string", default: "demo-output" },
    },
  });
  const display = platform === "darwin" || platform === "win32";
  const hasDisplay = display || Boolean(env.DISPLAY || env.WAYLAND_DISPLAY);
  const { headless, locale, output } = values;
  return { visible: hasDisplay && !headless, locale, output };
}
