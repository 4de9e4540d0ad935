import { constants, inflateSync } from "node:zlib";
import { expect, type Page } from "@playwright/test";
import { unzipSync } from "fflate";
import { textOfPdf } from "../../support/pdf-text.ts";
import { catchSaved } from "../../support/saved-files.ts";
import type { Secrets } from "./secrets.ts";

/** Saves the guide that is open in the editor in every format, and its texts in those for translators. */
export async function exportAll(editor: Page): Promise<Map<string, Buffer>> {
  await editor.getByRole("tab", { name: "Check and publish" }).click();
  const files = new Map<string, Buffer>();
  const saved = await catchSaved(editor);
  const card = editor.getByRole("region", { name: "Save as a file" });
  const format = card.getByLabel("Format");
  for (const name of await format.locator("option").allTextContents()) {
    await format.selectOption({ label: name });
    const made = card.locator(".export-saved");
    const before = (await made.allTextContents()).join();
    await card.getByRole("button", { name: "Save file" }).click();
    await expect(made).toHaveText(/^Saved as/);
    await expect(made).not.toHaveText(before);
    files.set(name, await saved());
  }
  const texts = editor.getByRole("region", { name: "Translations" });
  for (const [name, ending] of [
    ["XLIFF", "xlf"],
    ["CSV", "csv"],
  ] as const) {
    await texts.getByRole("radio", { name }).check();
    await texts.getByRole("button", { name: "Save texts" }).click();
    await expect(texts.getByText(new RegExp(`^Saved as .*\\.${ending}`))).toBeVisible();
    files.set(name, await saved());
  }
  return files;
}

/** Everything that a file says, packed or not, and the pictures in it as Base64. */
export async function contentsOf(
  file: Buffer,
): Promise<{ texts: readonly string[]; images: readonly string[] }> {
  const start = file.toString("latin1", 0, 5);
  if (start.startsWith("PK")) {
    const parts = Object.entries(unzipSync(file));
    const images = parts.filter(([name]) => /\.(webp|png|jpe?g)$/.test(name));
    return {
      texts: parts.map(([name, bytes]) => `${name}\n${Buffer.from(bytes).toString("utf8")}`),
      images: images.map(([, bytes]) => Buffer.from(bytes).toString("base64")),
    };
  }
  if (start === "%PDF-") return { texts: [await textOfPdf(file), ...streamsOf(file)], images: [] };
  const text = file.toString("utf8");
  const images = [...text.matchAll(/data:image\/\w+;base64,([\w+/=]+)/g)];
  return { texts: [text], images: images.map(([, base64 = ""]) => base64) };
}

function streamsOf(pdf: Buffer): string[] {
  const raw = pdf.toString("latin1");
  const packed = [...raw.matchAll(/FlateDecode.*?stream\r?\n(.*?)\r?\nendstream/gs)];
  return [raw, ...packed.map(([, data = ""]) => unpacked(Buffer.from(data, "latin1")))];
}

function unpacked(data: Buffer): string {
  // The last byte may be taken for the line's end that follows the data.
  return inflateSync(data, { finishFlush: constants.Z_SYNC_FLUSH }).toString("latin1");
}

/** The secrets as they were typed or shown, without their spaces, and as addresses write them. */
export function secretsOf({ country: _, ...secrets }: Secrets): string[] {
  const whole = Object.values(secrets).filter((secret) => secret.trim().length > 7);
  return [...new Set(whole.flatMap((secret) => formsOf(secret)))];
}

function formsOf(secret: string): string[] {
  return [secret, secret.replaceAll(" ", ""), encodeURIComponent(secret)];
}
