import { describe, expect, it } from "vitest";
import type { Sample } from "../../lib/model/anchor.ts";
import { smallGuide, smallStep } from "../../test/support/small-guide.ts";
import type { Ask } from "../ports.ts";
import { createEditorPage, type EditorPagePorts } from "./editor-page.ts";
import { createEditorState } from "./editor-state.ts";

const sample = (name: string): Sample => ({ fingerprint: { tag: "button", name } });
const PAGE = { tab: 7, title: "Orders", url: "https://app.test/orders" };
const BOX = { x: 1, y: 2, width: 3, height: 4 };
const PICTURE = "f".repeat(64);

type Say = Partial<Omit<EditorPagePorts, "resolver">> & {
  resolver?: Partial<EditorPagePorts["resolver"]>;
  picture?: string | null;
};

/** An editor with one step, and a page that answers as `say` says. */
function world(say: Say = {}) {
  const seen: string[] = [];
  const orders: unknown[] = [];
  const { resolver, picture = PICTURE, ...others } = say;
  const page = createEditorPage(
    {
      ask: (async (_: string, order: unknown) => {
        orders.push(order);
        return { ok: true, value: picture };
      }) as unknown as Ask,
      list: async () => [PAGE],
      async bring(tab) {
        seen.push(`to ${tab}`);
        return async () => void seen.push("back");
      },
      allowPictures: async () => true,
      ...others,
      resolver: {
        pick: async () => ({ sample: sample("Save"), lamp: "green" }),
        move: async () => undefined,
        take: async () => undefined,
        giveUp: async () => undefined,
        place: async () => [{ frame: 0, place: { outcome: "found", box: BOX } }],
        ...resolver,
      },
    },
    false,
  );
  const anchor = { samples: [sample("Old")] };
  const state = createEditorState(
    smallGuide([smallStep("a", { anchor })]),
    () => 1,
    () => undefined,
  );
  const step = () => {
    const [first] = state.guide.value.steps;
    if (!first) throw new Error("no step");
    return first;
  };
  const named = () => step().anchor?.samples.map(({ fingerprint }) => fingerprint.name);
  return { page, state, step, named, seen, orders };
}

describe("the page that steps get something of", () => {
  it("B15: what is pointed at takes the place of the old element, and undo brings that back", async () => {
    const { page, state, step, named, seen } = world();
    await page.point(state, step());
    expect(named()).toEqual(["Save"]);
    expect(seen).toEqual(["to 7", "back"]);
    state.undo();
    expect(named()).toEqual(["Old"]);
  });

  it("B15: who gives up, or points into a page that went, changes nothing, and is back in the editor", async () => {
    const gaveUp = world({ resolver: { pick: async () => null } });
    await gaveUp.page.point(gaveUp.state, gaveUp.step());
    expect([gaveUp.named(), gaveUp.page.trouble.value]).toEqual([["Old"], null]);
    const gone = world({ resolver: { pick: () => Promise.reject(new Error("closed")) } });
    await gone.page.point(gone.state, gone.step());
    expect([gone.named(), gone.page.trouble.value]).toEqual([
      ["Old"],
      { what: "pick", step: "a", code: "gone", detail: "closed" },
    ]);
    expect(gone.seen).toEqual(["to 7", "back"]);
  });

  it("B15: a fault of the editor is not taken for a page that went, and the next try is free", async () => {
    const { page, state, step, seen } = world();
    const fault = new Error("the step cannot be changed");
    const broken = {
      ...state,
      edit: () => {
        throw fault;
      },
    };
    await expect(page.point(broken, step())).rejects.toBe(fault);
    expect([page.trouble.value, page.busy.value]).toEqual([null, null]);
    expect(seen).toEqual(["to 7", "back"]);
  });

  it("P14: the element is outlined in the frame that has it, and the picture is undone like any edit", async () => {
    const places = [
      { frame: 0, place: { outcome: "absent" } },
      { frame: 4, place: { outcome: "found", box: BOX } },
    ];
    const { page, state, step, orders } = world({ resolver: { place: async () => places } });
    await page.picture(state, step(), true);
    expect(orders).toEqual([{ tab: 7, frame: 4, target: BOX }]);
    expect(step().body.en?.at(-1)).toMatchObject({ type: "image", asset: PICTURE });
    state.undo();
    expect(JSON.stringify(step().body)).not.toContain(PICTURE);
  });

  it("P14: what two frames have is not outlined anywhere; without an outline there is a picture", async () => {
    const found = { outcome: "found", box: BOX };
    const places = [
      { frame: 0, place: { outcome: "absent" } },
      { frame: 4, place: found },
      { frame: 5, place: found },
    ];
    const { page, state, step, orders } = world({ resolver: { place: async () => places } });
    await page.picture(state, step(), true);
    expect([page.trouble.value?.code, orders]).toEqual(["ambiguous", []]);
    await page.picture(state, step(), false);
    expect(orders).toEqual([{ tab: 7, frame: 0 }]);
  });

  it.each([
    ["no-page", { list: async () => [] }],
    ["gone", { bring: () => Promise.reject(new Error("closed")) }],
    ["denied", { allowPictures: async () => false }],
    ["absent", { resolver: { place: async () => [{ frame: 0, place: { outcome: "likely" } }] } }],
    ["no-picture", { picture: null }],
  ] as const)("P14: says %s, and leaves the step as it was", async (code, say) => {
    const { page, state, step } = world(say as never);
    const before = step();
    await page.picture(state, before, true);
    expect([page.trouble.value?.code, step()]).toEqual([code, before]);
  });
});
