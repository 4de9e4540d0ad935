import * as z from "zod/mini";
import { AssetId } from "./asset-id.ts";
import { GuideAction, GuideEvent } from "./event.ts";
import { Id } from "./primitives.ts";

/** What happened in a preview: as of a guide's event, but none. */
export const PreviewReport = z.strictObject({
  action: GuideAction,
  guide: Id,
  version: z.int(),
  step: GuideEvent.shape.step,
  reason: GuideEvent.shape.reason,
  answer: GuideEvent.shape.answer,
  target: GuideEvent.shape.target,
});
export type PreviewReport = z.infer<typeof PreviewReport>;

/** What a preview in a page tells the author's panel. It is parsed there, and goes nowhere else. */
export const PreviewNews = z.discriminatedUnion("news", [
  z.strictObject({ news: z.literal("report"), report: PreviewReport }),
  /** A card shows this picture. */
  z.strictObject({ news: z.literal("picture"), asset: AssetId }),
  /** A button of the guide would start another one. */
  z.strictObject({ news: z.literal("ask"), guide: Id }),
]);
export type PreviewNews = z.infer<typeof PreviewNews>;
