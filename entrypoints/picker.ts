import { browser } from "wxt/browser";
import { defineUnlistedScript } from "wxt/utils/define-unlisted-script";
import { type AuthorLines, awaitAuthor } from "../lib/record/tag/visit.ts";

/** What an author points at becomes a rule. Injected on demand into all frames of a tab, and gone with the panel. */
export default defineUnlistedScript(() => awaitAuthor(browser.runtime.onConnect as AuthorLines));
