import type { Page } from "@playwright/test";

/** From now on what the page hands to the browser as a file; the answer is the bytes of the last one. */
export async function catchSaved(page: Page): Promise<() => Promise<Buffer>> {
  await page.evaluate(() => {
    const make = URL.createObjectURL.bind(URL);
    URL.createObjectURL = (blob: Blob) => {
      Object.assign(globalThis, { saved: blob });
      return make(blob);
    };
  });
  return async () => {
    const base64 = await page.evaluate(async () => {
      const { saved } = globalThis as unknown as { saved: Blob };
      const reader = new FileReader();
      return new Promise<string>((done) => {
        reader.onload = () => done(String(reader.result).replace(/^.*,/, ""));
        reader.readAsDataURL(saved);
      });
    });
    return Buffer.from(base64, "base64");
  };
}
