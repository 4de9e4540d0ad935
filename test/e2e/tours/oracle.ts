import { expect, type Page } from "@playwright/test";

interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** How far the ring stands off, and how exactly it has to. */
const PADDING_PX = 4;
const EXACT_PX = 1.5;

/** What the tour itself would point at, found as Node-RED's own tour guide finds it. */
export async function oracle(page: Page, file: string, index: number): Promise<Box | null> {
  return page.evaluate(
    async ({ path, at }) => {
      const { default: tour } = await import(path);
      const { element } = tour.steps[at];
      const query = (globalThis as unknown as { $: (selector: string) => Element[] }).$;
      // A function may ask for what an earlier step left behind, which only the tour itself has.
      const found =
        typeof element === "function"
          ? element.call({ injectNode: {} })
          : element && query(element);
      const box = found?.[0]?.getBoundingClientRect();
      return box ? { x: box.x, y: box.y, width: box.width, height: box.height } : null;
    },
    { path: `/red/tours/${file}`, at: index },
  );
}

/** Waits until the ring lies around just this, or around something in it; says which. */
export async function ringAround(
  page: Page,
  target: () => Promise<Box | null>,
): Promise<"whole" | "part"> {
  let relation: string = "no ring";
  const look = async () => {
    const ring = await page.locator("waymark-overlay .ring[data-on]").boundingBox();
    relation = ring ? relationOf(inner(ring), await target()) : "no ring";
    return relation;
  };
  await expect
    .poll(look, { message: "the ring lies around the tour's target" })
    .toMatch(/whole|part/);
  return relation as "whole" | "part";
}

function inner({ x, y, width, height }: Box): Box {
  const [dx, dy] = [width - 2 * PADDING_PX, height - 2 * PADDING_PX];
  return { x: x + PADDING_PX, y: y + PADDING_PX, width: dx, height: dy };
}

function relationOf(ring: Box, target: Box | null): string {
  if (!target) return "a ring around nothing that the tour names";
  const off = [
    ring.x - target.x,
    ring.y - target.y,
    target.x + target.width - ring.x - ring.width,
    target.y + target.height - ring.y - ring.height,
  ];
  if (off.every((px) => Math.abs(px) <= EXACT_PX)) return "whole";
  if (ring.width > 0 && off.every((px) => px >= -EXACT_PX)) return "part";
  return `a ring elsewhere: ${JSON.stringify({ ring, target })}`;
}
