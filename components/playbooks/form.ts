import { readValue, type ValueForm, valueForm } from "../../lib/draft/condition-value.ts";
import type { Condition } from "../../lib/model/condition.ts";
import { durationMs } from "../../lib/model/duration.ts";
import { type Problem, parse } from "../../lib/model/parse.ts";
import { type AlertLevel, Playbook, type PlaybookAction } from "../../lib/model/playbook.ts";

const DAY_MS = 86_400_000;

export const ACTION_KINDS = ["task", "alert", "assign", "attribute", "webhook"] as const;
export type ActionKind = (typeof ACTION_KINDS)[number];

/** An action as it is being written: what belongs to other kinds stays while one looks at them. */
export interface ActionForm {
  type: ActionKind;
  title: string;
  /** Of a task; of a message its text. */
  note: string;
  owner: string;
  due: string;
  level: AlertLevel;
  name: string;
  /** An empty text takes the attribute away. */
  value: ValueForm;
  forward: string;
}

export interface PlaybookForm {
  name: string;
  description: string;
  when: Condition;
  /** Days. */
  wait: string;
  coolDown: string;
  /** Percent. */
  holdout: string;
  actions: ActionForm[];
}

const EMPTY: ActionForm = {
  type: "task",
  title: "",
  note: "",
  owner: "",
  due: "",
  level: "warning",
  name: "",
  value: { kind: "boolean", text: "true" },
  forward: "",
};

export const newAction = (): ActionForm => EMPTY;

export function newForm(): PlaybookForm {
  const when = { type: "attribute", of: "account", name: "healthBand", op: "eq", value: "poor" };
  return {
    name: "",
    description: "",
    when: when as Condition,
    wait: "7",
    coolDown: "30",
    holdout: "0",
    actions: [EMPTY],
  };
}

export function formOf(body: Playbook): PlaybookForm {
  const { name, description = "", when, wait, coolDown, holdout = 0, actions } = body;
  const days = (text: string | undefined) =>
    text === undefined ? "0" : String(durationMs(text) / DAY_MS);
  return {
    name,
    description,
    when,
    wait: days(wait),
    coolDown: days(coolDown),
    holdout: String(Math.round(holdout * 1000) / 10),
    actions: actions.map(actionForm),
  };
}

function actionForm(action: PlaybookAction): ActionForm {
  switch (action.type) {
    case "task": {
      const { type, title, note = "", owner = "", dueDays } = action;
      return { ...EMPTY, type, title, note, owner, due: String(dueDays ?? "") };
    }
    case "attribute": {
      const { type, name, value } = action;
      return { ...EMPTY, type, name, value: valueForm(value ?? "") };
    }
    case "alert":
    case "assign":
      return { ...EMPTY, ...action };
    case "webhook": {
      const { type, forward, title = "", text = "" } = action;
      return { ...EMPTY, type, forward, title, note: text };
    }
  }
}

/** What was written, or what is wrong with it, by the paths of `Playbook`. */
export function readForm(
  form: PlaybookForm,
): { ok: true; body: Playbook } | { ok: false; problems: readonly Problem[] } {
  const { name, description, when, wait, coolDown, holdout, actions } = form;
  const text = description.trim();
  const share = numberIn(holdout);
  const read = parse(Playbook, {
    name: name.trim(),
    ...(text !== "" && { description: text }),
    when,
    ...(wait.trim() !== "" && numberIn(wait) !== 0 && { wait: `${wait.trim()}d` }),
    coolDown: `${coolDown.trim()}d`,
    actions: actions.map(readAction),
    ...(holdout.trim() !== "" &&
      share !== 0 && { holdout: share === null ? holdout : share / 100 }),
  });
  return read.ok ? { ok: true, body: read.value } : { ok: false, problems: read.error };
}

function readAction(form: ActionForm): unknown {
  const { type } = form;
  const title = form.title.trim();
  switch (type) {
    case "task": {
      const [note, owner, due] = [form.note.trim(), form.owner.trim(), form.due.trim()];
      return {
        type,
        title,
        ...(note !== "" && { note }),
        ...(owner !== "" && { owner }),
        ...(due !== "" && { dueDays: numberIn(due) ?? due }),
      };
    }
    case "alert":
      return { type, title, level: form.level };
    case "assign":
      return { type, owner: form.owner.trim() };
    case "attribute": {
      const { value, name } = form;
      const empty = value.kind === "text" && value.text.trim() === "";
      return { type, name: name.trim(), value: empty ? null : readValue(value) };
    }
    case "webhook": {
      const text = form.note.trim();
      return {
        type,
        forward: form.forward.trim(),
        ...(title !== "" && { title }),
        ...(text !== "" && { text }),
      };
    }
  }
}

/** Null where it is no number. */
function numberIn(text: string): number | null {
  const number = Number(text.trim().replace(",", "."));
  return text.trim() === "" || !Number.isFinite(number) ? null : number;
}
