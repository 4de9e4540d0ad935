import { expect, it } from "vitest";
import type { BundleKey, SignedBundle } from "../model/bundle.ts";
import { followHandovers } from "./handover.ts";

const workspace = "019aa000-0000-4000-8000-000000000001";
const base64 = (bytes: ArrayBuffer) => btoa(String.fromCharCode(...new Uint8Array(bytes)));

interface Signer extends BundleKey {
  handsOver(to: BundleKey, more?: object): Promise<SignedBundle>;
}

async function signer(keyId: string): Promise<Signer> {
  const pair = (await crypto.subtle.generateKey("Ed25519", true, [
    "sign",
    "verify",
  ])) as CryptoKeyPair;
  const publicKey = base64(await crypto.subtle.exportKey("raw", pair.publicKey));
  return {
    keyId,
    publicKey,
    async handsOver({ keyId: to, publicKey: raw }, more = {}) {
      const handsOverTo = { keyId: to, publicKey: raw };
      const payload = JSON.stringify({ workspace, handsOverTo, at: 1, ...more });
      const bytes = new TextEncoder().encode(payload);
      return {
        payload,
        signature: base64(await crypto.subtle.sign("Ed25519", pair.privateKey, bytes)),
        keyId,
      };
    },
  };
}

const [a, b, c, stranger] = await Promise.all(["a", "b", "c", "stranger"].map(signer));
if (!a || !b || !c || !stranger) throw new Error("four were made");
const follow = (told: readonly SignedBundle[], wanted = "c") =>
  followHandovers([a], wanted, workspace, told);

it("C22: keys vouch for the next one, in whatever order that is told", async () => {
  const told = [await b.handsOver(c), await a.handsOver(b)];
  expect(await follow(told)).toMatchObject({ keyId: "c", publicKey: c.publicKey });
  expect(await follow(told.toReversed())).toMatchObject({ publicKey: c.publicKey });
});

it("C22: a chain that is broken, or that a stranger signed in somebody's name, leads nowhere", async () => {
  const forged = { ...(await stranger.handsOver(stranger)), keyId: "a" };
  expect(await follow([await b.handsOver(c)])).toBeUndefined();
  expect(await follow([forged], "stranger")).toBeUndefined();
  expect(await follow([])).toBeUndefined();
});

it("C22: what was said for another workspace, or is something else that was signed, counts for nothing", async () => {
  const other = await a.handsOver(c, { workspace: "019aa000-0000-4000-8000-000000000002" });
  const more = await a.handsOver(c, { format: 1 });
  expect(await follow([other, more])).toBeUndefined();
});

it("C22: nobody slips another key under a name that is known", async () => {
  const asA = { ...stranger, keyId: "a" };
  const told = [await a.handsOver(asA), { ...(await stranger.handsOver(c)), keyId: "a" }];
  expect(await follow(told)).toBeUndefined();
});
