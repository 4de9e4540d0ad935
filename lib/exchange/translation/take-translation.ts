import { mainLanguage } from "../../draft/languages.ts";
import { marked } from "../../draft/outdated.ts";
import type { Guide } from "../../model/guide.ts";
import type { Inline } from "../../model/rich-text.ts";
import { faultOfContent } from "./check-content.ts";
import type { TranslationProblem } from "./fault.ts";
import { taggedText } from "./tagged-text.ts";
import type { ReadUnit, TranslationFile } from "./translation-file.ts";
import { type Unit, unitsOf } from "./units.ts";
import { type NewText, withTexts } from "./with-texts.ts";

/** A text that becomes another. */
export interface TranslationChange extends NewText {
  /** The source was changed since the file was made: the translation is taken, and marked as outdated. */
  stale: boolean;
}

export interface TakenTranslation {
  /** With the translation in it; the same guide if nothing changes. */
  guide: Guide;
  changes: readonly TranslationChange[];
  /** Steps whose translation counted as outdated and does not any more, though it did not change. */
  confirmed: readonly string[];
  /** What was left out, and why. */
  problems: readonly TranslationProblem[];
}

/** What a translation makes of a guide, or why it is none of this guide. */
export function takeTranslation(
  guide: Guide,
  file: TranslationFile,
): { ok: true; taken: TakenTranslation } | { ok: false; problem: TranslationProblem } {
  const main = mainLanguage(guide);
  if (file.guide !== guide.id) {
    return { ok: false, problem: { fault: "other-guide", near: file.guide } };
  }
  if (file.from !== main || file.to === main) {
    return { ok: false, problem: { fault: "languages", near: `${file.from} → ${file.to}` } };
  }
  const units = unitsOf(guide, file.to);
  const problems: TranslationProblem[] = [];
  const tell = (problem: TranslationProblem) => void problems.push(problem);
  const met = meet(file.units, units, tell);
  const changes = inWhole(changesOf(met, tell), met, units, tell);
  const changed = new Set(changes.map(({ unit }) => unit.part.step));
  const confirmed = confirmedIn(met, units).filter((step) => !changed.has(step));
  problems.sort((a, b) => (a.line ?? 0) - (b.line ?? 0));
  const next = marks(withTexts(guide, file.to, changes), file.to, changes, confirmed);
  const same = changes.length === 0 && confirmed.length === 0;
  return { ok: true, taken: { guide: same ? guide : next, changes, confirmed, problems } };
}

/** A text of the guide with what the file says of it. */
interface Met {
  read: ReadUnit;
  unit: Unit;
}
type Tell = (problem: TranslationProblem) => void;

function meet(read: readonly ReadUnit[], units: readonly Unit[], tell: Tell): Met[] {
  const known = new Map(units.map((unit) => [unit.id, unit]));
  const seen = new Set<string>();
  return read.flatMap((one) => {
    const unit = known.get(one.id);
    const twice = seen.has(one.id);
    seen.add(one.id);
    if (unit && !twice) return [{ read: one, unit }];
    if (twice || one.target) {
      const fault = twice ? "twice" : "unknown-unit";
      tell({ ...one.place, fault, near: one.id, unit: one.id });
    }
    return [];
  });
}

function changesOf(met: readonly Met[], tell: Tell): TranslationChange[] {
  return met.flatMap(({ read, unit }) => {
    const { target, source, place } = read;
    if (!target) return [];
    if (target.ok && saysSame(target.content, unit.target)) return [];
    const fault = target.ok ? faultOfContent(unit, target.content, source) : target.fault;
    if (fault || !target.ok) {
      if (fault) tell({ ...place, ...fault, unit: unit.id });
      return [];
    }
    return [{ unit, target: target.content, stale: !isCurrent({ read, unit }) }];
  });
}

/** A body is translated as a whole: of one that is not, and would be only in part, nothing is taken. */
function inWhole(
  changes: readonly TranslationChange[],
  met: readonly Met[],
  units: readonly Unit[],
  tell: Tell,
): TranslationChange[] {
  const changed = new Set(changes.map(({ unit }) => unit.id));
  const bodies = new Set(units.flatMap(({ piece, part }) => (piece ? [part.id] : [])));
  const broken = new Set<string>();
  for (const body of bodies) {
    const pieces = units.filter(({ part }) => part.id === body);
    const lacking = pieces.find(({ id, target }) => !target && !changed.has(id));
    if (!lacking || !pieces.some(({ id }) => changed.has(id))) continue;
    broken.add(body);
    const place = met.find(({ unit }) => unit.id === lacking.id)?.read.place;
    tell({ ...place, fault: "in-part", near: taggedText(lacking.source), unit: lacking.id });
  }
  return changes.filter(({ unit }) => !broken.has(unit.part.id));
}

/** Steps that are outdated and of which all is translated, as the file says, and as it is. */
function confirmedIn(met: readonly Met[], units: readonly Unit[]): string[] {
  const fitting = new Set(
    met
      .filter(({ read, unit }) => {
        const { target, done } = read;
        return (
          done && target?.ok && saysSame(target.content, unit.target) && isCurrent({ read, unit })
        );
      })
      .map(({ unit }) => unit.id),
  );
  const unfit = new Set(units.filter(({ id }) => !fitting.has(id)).map(({ part }) => part.step));
  const outdated = units.flatMap(({ outdated: is, part }) => (is && part.step ? [part.step] : []));
  return [...new Set(outdated)].filter((step) => !unfit.has(step));
}

function isCurrent({ read, unit }: Met): boolean {
  return read.source.ok && saysSame(read.source.content, unit.source);
}

function saysSame(one: readonly Inline[], other: readonly Inline[] | null): boolean {
  return other !== null && taggedText(one) === taggedText(other);
}

/** As an author's own edits (B3): what was changed is up to date, unless it translates what stands there no more. */
function marks(
  guide: Guide,
  language: string,
  changes: readonly TranslationChange[],
  confirmed: readonly string[],
): Guide {
  const stale = new Set(changes.filter((one) => one.stale).map(({ unit }) => unit.part.step));
  const touched = new Set([...changes.map(({ unit }) => unit.part.step), ...confirmed]);
  const steps = guide.steps.map((step) => {
    if (!touched.has(step.id)) return step;
    const others = (step.outdated ?? []).filter((one) => one !== language);
    return marked(step, stale.has(step.id) ? [...others, language] : others);
  });
  return { ...guide, steps };
}
