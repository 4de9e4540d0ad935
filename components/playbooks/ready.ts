import type { Translator } from "../../lib/i18n/translator.ts";
import type { Playbook } from "../../lib/model/playbook.ts";
import { inactiveFeature, READY_PLAYBOOKS } from "../../lib/model/ready-playbooks.ts";
import type { Choice } from "../author/condition-names.ts";

const TEXTS = {
  "usage-drop": {
    name: "ready.usage-drop.name",
    lead: "ready.usage-drop.lead",
    alert: "ready.usage-drop.alert",
    task: null,
  },
  "bad-health": {
    name: "ready.bad-health.name",
    lead: "ready.bad-health.lead",
    alert: "ready.bad-health.alert",
    task: "ready.bad-health.task",
  },
  upsell: {
    name: "ready.upsell.name",
    lead: "ready.upsell.lead",
    alert: null,
    task: "ready.upsell.task",
  },
  "cross-sell": {
    name: "ready.cross-sell.name",
    lead: "ready.cross-sell.lead",
    alert: null,
    task: "ready.cross-sell.task",
  },
  advocates: {
    name: "ready.advocates.name",
    lead: "ready.advocates.lead",
    alert: null,
    task: "ready.advocates.task",
  },
  "win-back": {
    name: "ready.win-back.name",
    lead: "ready.win-back.lead",
    alert: null,
    task: "ready.win-back.task",
  },
} as const;
export type ReadyId = keyof typeof TEXTS;
export const READY_IDS = Object.keys(TEXTS) as ReadyId[];

type Words = Pick<Translator, "t">;

/** A ready playbook in the language of whoever puts it in: what it says becomes the workspace's own. */
export function readyIn(id: ReadyId, words: Words): Playbook {
  const { t } = words;
  const body = READY_PLAYBOOKS[id] as Playbook;
  const texts = TEXTS[id];
  return {
    ...body,
    name: t(texts.name),
    description: t(texts.lead),
    actions: body.actions.map((action) => {
      if (action.type === "alert" && texts.alert) {
        return { ...action, title: t(texts.alert, { account: anAccount(words) }) };
      }
      if (action.type === "task" && texts.task) {
        return { ...action, title: t(texts.task, { account: them(words) }) };
      }
      return action;
    }),
  };
}

/** "Not used for 7 days", for a feature of the workspace. */
export function inactiveIn({ id, name: feature }: Choice, words: Words): Playbook {
  const { t } = words;
  const body = inactiveFeature(id);
  return {
    ...body,
    name: t("ready.inactive.name", { feature }).slice(0, 120),
    description: t("ready.inactive.lead"),
    actions: body.actions.map((action) =>
      action.type === "task"
        ? { ...action, title: t("ready.inactive.task", { feature, account: them(words) }) }
        : action,
    ),
  };
}

const anAccount = ({ t }: Words) => `{{account.name|${t("ready.account")}}}`;
const them = ({ t }: Words) => `{{account.name|${t("ready.them")}}}`;
