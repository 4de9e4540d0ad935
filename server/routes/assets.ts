import { ASSET_LIMITS, AssetType } from "../../lib/model/asset.ts";
import { keepAsset, listAssets, readAsset } from "../assets/store.ts";
import type { Deps } from "../deps.ts";
import { readBytes } from "../http/read-body.ts";
import { type Route, route } from "../http/route.ts";
import { principalOf } from "./principal.ts";

const PICTURES = AssetType.options;

/** Pictures of guides. Their bytes are kept as they came and never looked at as anything but a picture. */
export function assetRoutes({ db, clock }: Deps): Route[] {
  return [
    route({
      method: "GET",
      path: "/v1/assets",
      access: "viewer",
      summary: "List the pictures, the newest first.",
      reply: "asset-list",
      handle: async (call) => {
        const { workspace } = principalOf(call);
        return {
          body: { items: await db.read(workspace, (s) => listAssets(s, workspace)) },
        };
      },
    }),
    route({
      method: "POST",
      path: "/v1/assets",
      access: "author",
      summary: "Keep a picture. The body is its bytes; its name is their SHA-256.",
      takes: PICTURES,
      reply: "asset",
      handle: async (call) => {
        const { workspace, id: by } = principalOf(call);
        const content = await readBytes(call.request, ASSET_LIMITS.bytes);
        const { created, ...asset } = await db.transaction(workspace, (sql) =>
          keepAsset(sql, workspace, content, { at: clock(), by }),
        );
        return { status: created ? 201 : 200, body: asset };
      },
    }),
    route({
      method: "GET",
      path: "/v1/assets/:asset",
      access: "device",
      summary: "The bytes of a picture. They never change.",
      gives: PICTURES,
      handle: async (call) => {
        const { workspace } = principalOf(call);
        const { asset = "" } = call.params;
        const { type, content } = await db.read(workspace, (sql) =>
          readAsset(sql, workspace, asset),
        );
        return { bytes: content, headers: { ...INERT, "Content-Type": type } };
      },
    }),
  ];
}

/** For browsers that are led here: bytes of an author are a picture, whatever else they might look like. */
const INERT = {
  "Cache-Control": "private, max-age=31536000, immutable",
  Vary: "Authorization",
  "X-Content-Type-Options": "nosniff",
  "Content-Security-Policy": "default-src 'none'; sandbox",
};
