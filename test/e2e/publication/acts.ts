import type { Locator, Page } from "@playwright/test";

/** What a person does with mouse and keys, done and counted. */
export function createActs() {
  const told: string[] = [];
  return {
    told: told as readonly string[],
    async click(on: Locator): Promise<void> {
      await on.click();
      told.push("click");
    },
    /** A text is one act, however long it is: pasted, or typed in one go. */
    async type(into: Locator, text: string): Promise<void> {
      await this.click(into);
      await into.press("ControlOrMeta+a");
      await into.pressSequentially(text);
      told.push("text");
    },
    async press(page: Page, key: string): Promise<void> {
      await page.keyboard.press(key);
      told.push(key);
    },
    /** Something that no test can click, such as the browser's own question. */
    count(what: string): void {
      told.push(what);
    },
  };
}
