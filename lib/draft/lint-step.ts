import { lampOf } from "../anchor/lamp.ts";
import type { Anchor } from "../model/anchor.ts";
import type { Condition } from "../model/condition.ts";
import type { Guide, Step } from "../model/guide.ts";
import type { UrlPattern } from "../model/url-pattern.ts";
import { UNCHOSEN } from "./convert.ts";
import type { Finding } from "./lint.ts";
import { changeStep } from "./steps.ts";

/** What is to be said about where a step points and what leads on from it. */
export function lintStep(step: Step, after: Step | undefined, { kind }: Guide): Finding[] {
  const found: Finding[] = [];
  const say = (code: Finding["code"], severity: Finding["severity"], more: Partial<Finding> = {}) =>
    found.push({ code, severity, step: step.id, ...more });
  const { anchor, advance, recorded } = step;
  if (anchor && isRed(anchor)) say("anchor-red", "warning");
  if (!anchor && recorded && recorded.gesture.type !== "navigate" && kind !== "checklist") {
    say("anchor-missing", "warning");
  }
  const acts = advance.on === "click" || advance.on === "input";
  if (acts && !anchor) {
    say("advance-pointless", "error", {
      mend: (guide) => changeStep(guide, step.id, { advance: { on: "next" } }),
    });
  } else if (advance.on === "click" && kind !== "how-to") {
    found.push(...resultOf(step, after));
  }
  if (advance.on === "until" && names(advance.condition, UNCHOSEN)) {
    say("advance-unchosen", "error");
  }
  if (step.branch?.some(({ condition }) => condition && names(condition, UNCHOSEN))) {
    say("branch-unchosen", "error");
  }
  // A card can always be closed, but nobody gets past this one.
  if (anchor && acts && isRed(anchor) && (step.onMissing ?? "wait") === "wait") {
    say("no-exit", "warning", {
      mend: (guide) => changeStep(guide, step.id, { onMissing: "skip" }),
    });
  }
  return found;
}

/** Every sample that says how alone its element was says that it cannot be told apart. */
export function isRed({ samples }: Anchor): boolean {
  const judged = samples.flatMap(({ rarity }) => (rarity ? [lampOf(rarity)] : []));
  return judged.length > 0 && judged.every((lamp) => lamp === "red");
}

/** A click that was followed by another page, or by something that opened, is not done before that is there. */
function resultOf(step: Step, after: Step | undefined): Finding[] {
  const here = step.recorded && placeOf(step.recorded.url);
  const there = after?.recorded && placeOf(after.recorded.url);
  if (here && there && (here.path !== there.path || here.hash !== there.hash)) {
    const url: UrlPattern = {
      path: there.path,
      ...(there.hash !== "" && { hash: there.hash }),
    };
    return [
      {
        code: "advance-result-page",
        severity: "warning",
        step: step.id,
        params: { page: there.path + (there.hash && `#${there.hash}`) },
        mend: (guide) =>
          changeStep(guide, step.id, {
            advance: { on: "until", condition: { type: "page", url } },
          }),
      },
    ];
  }
  const opened = landmarkOf(after?.anchor) === "dialog" && landmarkOf(step.anchor) !== "dialog";
  return opened ? [{ code: "advance-result-element", severity: "hint", step: step.id }] : [];
}

function landmarkOf(anchor: Anchor | undefined): string | undefined {
  return anchor?.samples[0]?.fingerprint.landmark?.split(" ")[0];
}

function placeOf(url: string): { path: string; hash: string } | undefined {
  const match = /^[a-z-]+:\/\/[^/?#]+([^?#]*)(?:\?[^#]*)?(?:#(.*))?$/i.exec(url);
  return match ? { path: match[1] || "/", hash: match[2] ?? "" } : undefined;
}

function names(condition: Condition, id: string): boolean {
  if (condition.type === "all" || condition.type === "any") {
    return condition.of.some((inner) => names(inner, id));
  }
  if (condition.type === "not") return names(condition.of, id);
  return condition.type === "signal" && condition.signal === id;
}
