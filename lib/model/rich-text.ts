import * as z from "zod/mini";
import { AssetId } from "./asset-id.ts";
import { Locale, SafeUrl } from "./primitives.ts";

/** The allow-listed text tree. There are no HTML strings anywhere: what is not here cannot be shown. */
export type Inline =
  | { type: "text"; text: string }
  | { type: "code"; text: string }
  /** What is known about the person or their account, or else `fallback`. */
  | { type: "variable"; of: "user" | "account"; name: string; fallback: string }
  | { type: "strong"; children: Inline[] }
  | { type: "emphasis"; children: Inline[] }
  | { type: "link"; href: string; children: Inline[] };

export type Block =
  | { type: "paragraph"; children: Inline[] }
  | { type: "heading"; children: Inline[] }
  | { type: "list"; ordered?: boolean | undefined; items: Inline[][] }
  /** A picture says in `alt` what it shows, unless it is there for decoration only. */
  | { type: "image"; asset: string; alt: string; decorative?: boolean | undefined };

const Text = z.string().check(z.minLength(1), z.maxLength(2000));
const inlines = () => z.array(Inline).check(z.minLength(1), z.maxLength(50));

export const Inline: z.ZodMiniType<Inline> = z.lazy(() =>
  z.discriminatedUnion("type", [
    z.strictObject({ type: z.literal("text"), text: Text }),
    z.strictObject({ type: z.literal("code"), text: Text }),
    z.strictObject({
      type: z.literal("variable"),
      of: z.enum(["user", "account"]),
      name: z.string().check(z.minLength(1), z.maxLength(64)),
      fallback: z.string().check(z.minLength(1), z.maxLength(200)),
    }),
    z.strictObject({ type: z.literal("strong"), children: inlines() }),
    z.strictObject({ type: z.literal("emphasis"), children: inlines() }),
    z.strictObject({ type: z.literal("link"), href: SafeUrl, children: inlines() }),
  ]),
);

export const Block: z.ZodMiniType<Block> = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("paragraph"), children: inlines() }),
  z.strictObject({ type: z.literal("heading"), children: inlines() }),
  z.strictObject({
    type: z.literal("list"),
    ordered: z.optional(z.boolean()),
    items: z.array(inlines()).check(z.minLength(1), z.maxLength(20)),
  }),
  z
    .strictObject({
      type: z.literal("image"),
      asset: AssetId,
      alt: z.string().check(z.maxLength(300)),
      decorative: z.optional(z.boolean()),
    })
    .check(
      z.refine(({ alt, decorative }) => (alt.trim() === "") === (decorative === true), {
        error: 'what the picture shows, or "" together with "decorative": true',
        path: ["alt"],
      }),
    ),
]);

export const RichText = z.array(Block).check(z.maxLength(20));
export type RichText = Block[];

/** Rich text by locale. */
export const LocalizedRichText = z
  .record(Locale, RichText)
  .check(z.refine((texts) => Object.keys(texts).length > 0, { error: "at least one locale" }));
export type LocalizedRichText = Record<string, RichText>;
