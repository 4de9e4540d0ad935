import { frameSight } from "../../../../lib/record/sensitive/frame-sight.ts";

/** What a page tells of itself before a picture is taken of it, in an isolated world. */
const world = { sight: frameSight };

export type SensitiveWorld = typeof world;

Object.assign(globalThis, { world });
