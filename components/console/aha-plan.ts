import type { AhaMoment } from "../../lib/model/aha.ts";
import type { Experiment } from "../../lib/model/experiment.ts";
import { GUIDE_FORMAT, type Guide } from "../../lib/model/guide.ts";
import type { Milestone } from "../../lib/model/signal.ts";

/** The texts of the documents, in the author's language. */
export interface AhaTexts {
  language: string;
  /** Of the signal. */
  name: string;
  experiment: string;
  guide: string;
  /** What the guide says until somebody writes it. */
  slot: string;
}

export interface AhaDocuments {
  signal: Milestone;
  experiment: Experiment;
  guide: Guide;
}

/** The id that all three documents of a moment have, so that what was made can be found again. */
export function ahaId({ feature, times, within }: AhaMoment): string {
  return `aha-${feature.slice(0, 48)}-${times}x-${within}d`;
}

/**
 * What a moment becomes: an activation signal, and a holdout experiment with a guide that leads people to it.
 *
 * The signal takes as many uses within as many days of each other, whenever they come. The first days of a person are
 * all in it; who does the same later is activated later.
 *
 * Half of the people get no guide: the difference is seen soonest so.
 */
export function ahaDocuments(moment: AhaMoment, texts: AhaTexts): AhaDocuments {
  const id = ahaId(moment);
  const { feature, times, within } = moment;
  const text = (said: string) => ({ [texts.language]: said });
  return {
    signal: {
      id,
      name: texts.name,
      kind: "milestone",
      role: "activation",
      when: { type: "used", feature, times, ...(times > 1 && { within: `${within}d` }) },
    },
    experiment: { id, name: texts.experiment, seed: id, unit: "user", coverage: 1, holdout: 0.5 },
    guide: {
      format: GUIDE_FORMAT,
      id,
      kind: "modal",
      name: text(texts.guide),
      trigger: { start: "auto", when: { type: "not", of: { type: "signal", signal: id } } },
      experiment: id,
      goal: id,
      steps: [
        {
          id: "lead",
          title: text(texts.guide),
          body: {
            [texts.language]: [
              { type: "paragraph", children: [{ type: "text", text: texts.slot }] },
            ],
          },
          advance: { on: "next" },
        },
      ],
    },
  };
}
