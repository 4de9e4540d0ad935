import type { Guide, Step } from "../model/guide.ts";
import type { Block } from "../model/rich-text.ts";
import { type Edited, type Lost, refuse } from "./edited.ts";
import { assign, indexOf, withSteps } from "./steps.ts";

const ACTION_LIMIT = 3;

/** Makes one step of this and the next: the texts of both, pointing at what the first points at. */
export function mergeWithNext(guide: Guide, id: string): Edited {
  const index = indexOf(guide, id);
  const [first, second] = guide.steps.slice(index, index + 2);
  if (index < 0 || !first || !second) return refuse({ code: "no-step" });
  if (first.question && second.question) return refuse({ code: "two-questions" });
  const lost: Lost[] = [];
  const merged = mergedOf(first, second, lost);
  const steps = guide.steps
    .toSpliced(index, 2, merged)
    .map((step) => redirect(step, second.id, id));
  return withSteps(guide, steps, lost);
}

function mergedOf(first: Step, second: Step, lost: Lost[]): Step {
  const lose = (code: Lost["code"]) => lost.push({ step: first.id, code });
  if (first.anchor && second.anchor) lose("anchor");
  if (first.recorded && second.recorded) lose("recorded");
  const ways = first.branch?.filter(({ to }) => to !== second.id) ?? [];
  if (second.branch && ways.length > 0) lose("branch");
  const actions = [...(first.actions ?? []), ...(second.actions ?? [])];
  if (actions.length > ACTION_LIMIT) lose("actions");
  const outdated = [...new Set([...(first.outdated ?? []), ...(second.outdated ?? [])])].sort();
  // What the second one points at is not pointed at any more, so doing something to it cannot be waited for.
  const result = second.advance.on === "until" || !first.anchor || !second.anchor;
  return assign(second, {
    ...first,
    anchor: first.anchor ?? second.anchor,
    body: bodies(first, second),
    advance: result ? second.advance : first.advance,
    question: first.question ?? second.question,
    branch: second.branch ?? (ways.length > 0 ? ways : undefined),
    actions: actions.length > 0 ? actions.slice(0, ACTION_LIMIT) : undefined,
    recorded: first.recorded ?? second.recorded,
    outdated: outdated.length > 0 ? outdated : undefined,
  });
}

/** The second title becomes a paragraph between both texts. */
function bodies(first: Step, second: Step): Step["body"] {
  const languages = new Set([first.body, second.body, second.title].flatMap(Object.keys));
  return Object.fromEntries(
    [...languages].map((language) => {
      const title = second.title[language];
      const said: Block[] = title
        ? [
            {
              type: "paragraph",
              children: [{ type: "strong", children: [{ type: "text", text: title }] }],
            },
          ]
        : [];
      return [
        language,
        [...(first.body[language] ?? []), ...said, ...(second.body[language] ?? [])],
      ];
    }),
  );
}

function redirect(step: Step, from: string, to: string): Step {
  if (!step.branch?.some((way) => way.to === from)) return step;
  return { ...step, branch: step.branch.map((way) => (way.to === from ? { ...way, to } : way)) };
}
