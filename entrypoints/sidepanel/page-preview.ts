import { createPreviewModel } from "../../components/author/preview-model.ts";
import type { PreviewPorts } from "../../components/author/preview-ports.ts";
import { send } from "../../lib/message/browser.ts";
import { base64OfBytes } from "../../lib/sync/base64.ts";
import { authorDrafts, authorPictures } from "../editor/author-drafts.ts";
import { pageChecker } from "./page-checker.ts";
import { pagePreviewer } from "./page-previewer.ts";
import "../../components/author/preview.css";

const picture: PreviewPorts["picture"] = async (asset) => {
  const own = await authorPictures.read(asset);
  if (own) {
    const { type, content, width, height } = own;
    const address = `data:${type};base64,${base64OfBytes(new Uint8Array(content))}`;
    return { address, size: { width, height } };
  }
  const answer = await send("asset.get", { asset });
  return answer.ok && answer.value ? { address: answer.value } : null;
};

export const preview = createPreviewModel({
  ask: send,
  page: pagePreviewer,
  checker: pageChecker,
  drafts: async () => (await authorDrafts.list()).map(({ guide }) => guide),
  picture,
  copy: (text) => navigator.clipboard.writeText(text),
  fetch: (input, init) => fetch(input, init),
  now: () => Date.now(),
});

/** Where the editor leads to. */
const wanted = new URLSearchParams(location.search).get("try");
if (wanted !== null) preview.choose(wanted);
