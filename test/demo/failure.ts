import type { Gallery } from "./gallery.ts";
import type { Stage } from "./stage.ts";

const LINES = 80;

/** Says what was on the page and what the background knew when a step failed; never throws itself. */
export async function explainFailure(
  { page, waymark }: Stage,
  gallery: Gallery,
  print: (line: string) => void,
): Promise<void> {
  const attempt = async (what: string, ask: () => Promise<string>) => {
    print(`\n${what}:`);
    print(await ask().catch((error: Error) => `  could not be read: ${error.message}`));
  };
  await attempt("Screenshot", async () => {
    await gallery.shoot(page, "failure");
    return `  ${gallery.folder}/failure.png`;
  });
  await attempt(`On the page ${page.url()}`, async () =>
    (await page.locator("body").ariaSnapshot()).split("\n").slice(0, LINES).join("\n"),
  );
  await attempt("In the background", async () =>
    JSON.stringify(await waymark.send("status.get", {}), null, 2),
  );
}
