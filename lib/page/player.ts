import type { PlayOrder } from "../message/protocol.ts";
import { isListed, isOnDemand, playsBeside } from "../model/budget-class.ts";
import type { Guide } from "../model/guide.ts";
import { planOf } from "../tour/plan.ts";
import { begin, reduce } from "../tour/reduce.ts";
import type { Action, Effect, Outcome, Run } from "../tour/run.ts";
import { standingOf } from "../tour/standing.ts";
import { type Commands, viewOf } from "../tour/view.ts";
import type { AgentPort } from "./agent-port.ts";
import { farSearch } from "./frames/far-search.ts";
import type { FarFrames } from "./frames/frame-port.ts";
import type { CreateGuideView } from "./guide-view.ts";
import { createKnowledge } from "./knowledge.ts";
import type { Locator } from "./locator-port.ts";
import { lookAhead } from "./look-ahead.ts";
import { createScreen } from "./screen.ts";
import { localSearch, orByScrolling } from "./search.ts";
import { createStage } from "./stage.ts";
import { createWitness } from "./witness.ts";

export interface PlayerOptions {
  order: PlayOrder;
  port: AgentPort;
  locator: Locator;
  /** Without it, frames of other sites are left alone. */
  frames?: FarFrames;
  createView: CreateGuideView;
  /** Starts another guide, as the person's wish. */
  ask(guide: string): void;
  css: string;
  /** See `MountOptions`. */
  open: boolean;
}

/** Kinds that come while the person is at their target, and leave the focus there. */
const OPENS_ON: Partial<Record<Guide["kind"], "focus" | "intent">> = {
  hint: "focus",
  confirmation: "intent",
};

/**
 * Plays a guide in this page until it is over or `signal` ends, which removes it without a word. The signal that
 * is returned ends with it. Nothing is thrown into the host: an error ends the guide and is reported.
 */
export function play(
  { order, port, locator, frames, createView, ask, css, open }: PlayerOptions,
  signal: AbortSignal,
): AbortSignal {
  const { guide } = order;
  const plan = planOf(guide, order.version);
  const ended = new AbortController();
  const life = AbortSignal.any([signal, port.signal, ended.signal]);
  const queue: Action[] = [];
  let run: Run | undefined;
  let busy = false;

  const fail = (error: unknown) => {
    if (life.aborted || !run) return;
    const { effects } = reduce(plan, run, { type: "fail", reason: String(error) });
    // What failed may fail again: everything goes first, then it is reported.
    ended.abort();
    for (const effect of effects) if (effect.type === "report") void port.report(effect.event);
  };
  const dispatch = (action: Action) => {
    queue.push(action);
    if (busy) return;
    busy = true;
    try {
      for (let next = queue.shift(); next && run && !life.aborted; next = queue.shift()) {
        settle(reduce(plan, run, next, stage.judge));
      }
    } catch (error) {
      fail(error);
    } finally {
      busy = false;
    }
  };
  const visitNow = () => (!run || run.phase === "over" ? 0 : run.visit);
  /** What a person does is meant for the step that they see. */
  let drawn = 0;
  const visited = (type: "advance" | "back" | "open" | "fold" | "confirm") => () =>
    dispatch({ type, visit: drawn });
  const commands: Commands = {
    answer: (answer) => dispatch({ type: "answer", visit: drawn, answer }),
    advance: visited("advance"),
    back: visited("back"),
    open: visited("open"),
    fold: visited("fold"),
    confirm: visited("confirm"),
    deny: () => {
      stage.refuse();
      dispatch({ type: "deny", visit: drawn });
    },
    dismiss: () => dispatch({ type: "dismiss" }),
    snooze: () => dispatch({ type: "snooze" }),
    start: (other) => dispatch({ type: "start", guide: other }),
  };
  const page = port.tools.observePage(life, fail);
  const knowledge = createKnowledge(order, port, life);
  const { onNavigate, tools } = port;
  const opensOn = OPENS_ON[guide.kind] ?? null;
  const byHand = order.startedBy === "manual";
  const onDemand = isOnDemand(guide);
  const ahead = lookAhead(localSearch(locator, page), page, life);
  const near = byHand ? orByScrolling(ahead.search, locator, page) : ahead.search;
  const search = frames ? farSearch(near, { frames, page, port }, life) : near;
  const witness = createWitness(search, locator);
  const stage = createStage(
    {
      search: witness.search,
      opensOn,
      // A person who asked for the guide knows what it is about.
      mayAsk: byHand && !onDemand,
      isAsking: () => run?.phase === "shown" && !run.sure,
      page,
      knowledge,
      onNavigate,
      tools,
      dispatch,
      onError: fail,
    },
    life,
  );
  const screen = createScreen(
    {
      css,
      open,
      page,
      createView,
      takesFocus: guide.kind === "modal" || (byHand && !opensOn && !isListed(guide)),
      quiet: playsBeside(guide),
      onDemand,
      commands,
      onEscape: onDemand ? commands.fold : commands.dismiss,
      onError: fail,
    },
    life,
  );

  const settle = ({ run: next, effects }: Outcome) => {
    const entered = next.phase !== "over" && next.visit !== visitNow();
    if (entered && visitNow() > 0) knowledge.nextStep();
    if (entered || next.phase === "over") stage.leave();
    run = next;
    const step = next.phase === "over" ? undefined : guide.steps[next.at];
    const pointed = next.phase === "shown" && next.pointing ? stage.target() : undefined;
    const view = viewOf(guide, plan, next, order.locales);
    // Before anything of ours is drawn, when the page need not be laid out anew for it.
    if ((byHand || !playsBeside(guide)) && effects.some(({ type }) => type === "show")) {
      pointed?.reveal();
    }
    if (view) drawn = view.visit;
    screen.draw(view, pointed, standingOf(guide, step));
    effects.forEach(perform);
    if (entered && step) stage.enter(step, next.visit);
  };
  /** What leads on by itself changes the page before the next step begins. */
  const prepareAfter = (at: number) => {
    const next = guide.steps[at + 1]?.anchor;
    if (next && guide.steps[at]?.advance.on === "next") ahead.prepare(next);
  };
  const perform = (effect: Effect) => {
    switch (effect.type) {
      case "report": {
        const obstacle = run?.phase === "shown" ? run.obstacle : null;
        void port.report(witness.tell(effect.event, obstacle));
        break;
      }
      case "locate": {
        const step = guide.steps[effect.at];
        if (!step?.anchor) break;
        witness.begin(step.id);
        stage.locate({ ...step, anchor: step.anchor }, effect.visit);
        break;
      }
      case "show": {
        screen.present(() => {
          dispatch({ type: "painted", visit: effect.visit });
          prepareAfter(effect.at);
        });
        break;
      }
      case "start":
        ask(effect.guide);
        break;
      case "close":
        ended.abort();
    }
  };

  port.onMessage((message) => {
    if (message.name === "checklist" && message.guide === guide.id) {
      dispatch({ type: "items", done: message.done });
    }
    if (message.name === "overlay.stop" && message.guide === guide.id) dispatch({ type: "stop" });
    if (message.name === "overlay.close") ended.abort();
  }, life);
  busy = true;
  try {
    // A how-to began in the side panel.
    const resumed = order.startedBy === "resume" || isListed(guide);
    settle(begin(plan, order.step, resumed, order.before, stage.judge));
  } catch (error) {
    fail(error);
  } finally {
    busy = false;
  }
  dispatch({ type: "items", done: order.items });
  // Who asked for a checklist wants to read it.
  if (plan.list && byHand) commands.open();
  return life;
}
