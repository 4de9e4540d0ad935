import type { FeatureRule } from "../../model/feature.ts";
import type { TagNews, TagOrder } from "../../model/tagging.ts";
import { mount } from "../../page/mount.ts";
import { observePage } from "../../page/observe.ts";
import { createMarks } from "./marks.ts";
import { matching, matchRules } from "./matching.ts";
import { type Picking, type PickingEvents, startPicking } from "./picking.ts";
import { propose } from "./propose.ts";
import { CSS_TEXT } from "./styles.ts";
import { watchTracked } from "./tracked.ts";
import { picked } from "./uses.ts";

/** Does in this frame what the author's panel orders, until the signal ends. Nothing of it is left in the page then. */
export function createTagger(
  tell: (news: TagNews) => void,
  signal: AbortSignal,
): (order: TagOrder) => void {
  const onError = (error: unknown) => console.error("waymark:", error);
  const page = observePage(signal, onError);
  const life = (scope: AbortController) => AbortSignal.any([signal, scope.signal]);
  let stage: { marks: ReturnType<typeof createMarks>; root: ShadowRoot; end(): void } | undefined;
  let picking: { does: Picking; end(): void } | undefined;
  let counting = new AbortController();
  let marked: readonly FeatureRule[] = [];

  /** Puts our element into the page, while there is something to show. */
  const onStage = () => {
    if (stage) return stage;
    const scope = new AbortController();
    const until = life(scope);
    const end = () => scope.abort();
    const onGone = () => tell({ news: "ended" });
    const options = { css: CSS_TEXT, open: false, page, onReturn: () => undefined, onGone };
    const { root, show } = mount(options, until);
    show();
    const marks = createMarks(root);
    const redraw = () => {
      marks.draw();
      picking?.does.fit();
    };
    page.onChange(redraw, until);
    for (const type of ["scroll", "resize"]) {
      addEventListener(type, redraw, { capture: true, passive: true, signal: until });
    }
    stage = { marks, root, end };
    return stage;
  };
  const leave = () => {
    if (picking || marked.length > 0) return;
    stage?.end();
    stage = undefined;
  };
  const showMarked = () => {
    if (marked.length > 0) onStage().marks.show(undefined, matchRules(marked).elements);
  };
  const rest = () => {
    picking?.end();
    picking = undefined;
    stage?.marks.show(undefined, []);
    showMarked();
    leave();
  };
  const pick = () => {
    if (picking) return;
    const { root, marks } = onStage();
    const scope = new AbortController();
    const over = (element: Element | undefined) => {
      const { choices, proposed } = element ? propose(element) : { choices: [], proposed: 0 };
      const choice = choices[proposed];
      marks.show(element, choice ? (matching(choice.selector) ?? []) : []);
      if (choice) tell({ news: "over", choice });
    };
    const on: PickingEvents = {
      over,
      taken: (element) => tell(picked(element)),
      ended: () => tell({ news: "ended" }),
    };
    picking = { does: startPicking(root, on, life(scope)), end: () => scope.abort() };
  };
  const count = (rules: Extract<TagOrder, { order: "count" }>["rules"]) => {
    counting.abort();
    counting = new AbortController();
    let told = "";
    const recount = () => {
      const counts = rules.map((one) => {
        const { fits, elements, unreadable } = matchRules(one.rules);
        return { key: one.key, fits, count: elements.length, unreadable };
      });
      const text = JSON.stringify(counts);
      if (text === told) return;
      told = text;
      tell({ news: "counts", counts });
    };
    recount();
    const until = life(counting);
    page.onChange(recount, until);
    const { navigation } = globalThis as { navigation?: EventTarget };
    navigation?.addEventListener("currententrychange", recount, { signal: until });
  };
  watchTracked((names) => tell({ news: "tracked", names }), signal);

  return (order) => {
    switch (order.order) {
      case "pick":
        return pick();
      case "rest":
        return rest();
      case "take":
        return picking?.does.take();
      case "move":
        return picking?.does.move(order.to);
      case "count":
        return count(order.rules);
      case "mark":
        marked = order.rules;
        stage?.marks.show(undefined, []);
        showMarked();
        return leave();
    }
  };
}
