import * as z from "zod/mini";
import type { Names } from "../draft/names.ts";
import { titleOf } from "../draft/phrases.ts";
import { parse, type Result } from "../model/parse.ts";
import type { Localized } from "../model/primitives.ts";
import type { Block } from "../model/rich-text.ts";
import { type Finding, finding } from "./finding.ts";
import { type ForeignStep, guideOf, type ImportOptions } from "./foreign-guide.ts";
import type { Imported } from "./imported.ts";
import { type DoneBy, doneBy } from "./side-command.ts";
import { selectorOfLocator, wordsOfLocators } from "./side-locator.ts";
import { headed } from "./texts.ts";

const LONGEST_COMMENT = 2000;
const LONGEST_URL = 2048;

const SideCommand = z.looseObject({
  command: z.string(),
  target: z.optional(z.string()),
  targets: z.optional(z.array(z.tuple([z.string()], z.unknown()))),
  value: z.optional(z.string()),
  comment: z.optional(z.string()),
});
type SideCommand = z.infer<typeof SideCommand>;

const SideTest = z.looseObject({
  name: z.optional(z.string()),
  commands: z.array(SideCommand).check(z.minLength(1), z.maxLength(2000)),
});
const SideProject = z.looseObject({ url: z.optional(z.string()), tests: z.array(z.unknown()) });

interface SideOptions extends ImportOptions {
  /** Which of the tests of the project, from 0. */
  test: number;
}

/**
 * A test that was recorded with Selenium IDE as a guide: a step for each thing that somebody does. What was typed is left
 * out; so is what only checks or waits. Nothing of it is run.
 */
export function importSideTest(input: unknown, options: SideOptions): Result<Imported> {
  const project = parse(SideProject, input);
  if (!project.ok) return project;
  const before = `tests[${options.test}]`;
  const test = parse(SideTest, project.value.tests[options.test]);
  if (!test.ok) {
    const at = (path: string) => (path ? `${before}.${path}` : before);
    return { ok: false, error: test.error.map((one) => ({ ...one, path: at(one.path) })) };
  }
  const { locale = "en" } = options;
  const findings: Finding[] = [];
  let url = withoutQuery(project.value.url ?? "");
  const steps = test.value.commands.flatMap((command, index): ForeignStep[] => {
    const at = `${before}.commands[${index}]`;
    const done = doneBy(command.command, command.value ?? "");
    if ("left" in done) {
      if (done.left) findings.push(finding(at, done.left, toldOf(command)));
      return [];
    }
    if (done.gesture?.type === "navigate") url = addressOf(url, command.target ?? "");
    return [stepOf(command, done, { at, url, locale })];
  });
  if (steps.length > 0)
    return guideOf(steps, { ...options, name: options.name ?? test.value.name ?? "" }, findings);
  const allowed = "at least one thing that somebody does, such as click, type or open";
  return { ok: false, error: [{ path: `${before}.commands`, found: "none", allowed }] };
}

/** Whether somebody does something in a test, so that there is something to follow. */
export function isFollowable(test: unknown): boolean {
  const read = SideTest.safeParse(test);
  const does = ({ command, value = "" }: SideCommand) => !("left" in doneBy(command, value));
  return read.success && read.data.commands.some(does);
}

function stepOf(
  command: SideCommand,
  { gesture, code }: Exclude<DoneBy, { left: unknown }>,
  { at, url, locale }: { at: string; url: string; locale: string },
): ForeignStep {
  const locators = [command.target ?? "", ...(command.targets ?? []).map(([locator]) => locator)];
  const isPage = gesture?.type === "navigate";
  const selectors = isPage
    ? []
    : [...new Set(locators.flatMap((one) => selectorOfLocator(one) ?? []))];
  const names: Names = {
    element: isPage ? undefined : wordsOfLocators(locators),
    to: undefined,
    page: url.replace(/^[a-z]+:\/\/[^/?#]*/, "") || "/",
  };
  const comment = command.comment?.trim();
  const words = comment
    ? headed({ [locale]: [paragraph(comment)] })
    : { title: gesture ? titleOf(gesture, names, [locale]) : hoverTitle(names, locale), body: {} };
  const [selector, ...others] = selectors;
  const findings = [
    ...(code ? [finding(at, code, toldOf(command))] : []),
    ...(!isPage && !selector ? [finding(`${at}.target`, "target-code", command.target)] : []),
  ];
  return {
    at,
    title: words.title,
    body: {
      ...Object.fromEntries(Object.keys(words.title).map((key) => [key, []])),
      ...words.body,
    },
    more: gesture ? { recorded: { gesture, url } } : {},
    ...(selector && {
      target: {
        path: `${at}.target`,
        selector,
        url,
        ...(others.length > 0 && { others }),
        ...(!comment && gesture && { retell: true }),
        ...(gesture?.type === "click" && { advance: "click" as const }),
        ...(gesture?.type === "input" && { advance: "input" as const }),
      },
    }),
    findings,
  };
}

/** Pointing at something without a click is nothing that is recorded here, so there are no phrases for it. */
function hoverTitle({ element }: Names, locale: string): Localized {
  if (locale.split("-")[0] === "ru") {
    return { [locale]: element ? `Наведите указатель на «${element}»` : "Наведите указатель сюда" };
  }
  return { en: element ? `Point at “${element}”` : "Point here" };
}

function paragraph(text: string): Block {
  return { type: "paragraph", children: [{ type: "text", text: text.slice(0, LONGEST_COMMENT) }] };
}

/** A command and what it is about, without the value, which somebody may have typed. */
function toldOf({ command, target }: SideCommand): string {
  return target ? `${command} ${target}` : command;
}

function addressOf(base: string, target: string): string {
  if (/^[a-z]+:\/\//i.test(target)) return withoutQuery(target);
  const origin = /^[a-z]+:\/\/[^/?#]*/i.exec(base)?.[0] ?? "";
  const folder = base.slice(origin.length).replace(/[^/]*$/, "");
  return withoutQuery(
    target.startsWith("/") ? origin + target : `${origin}${folder || "/"}${target}`,
  );
}

/** A query may name people. */
function withoutQuery(address: string): string {
  return address.replace(/\?[^#]*/, "").slice(0, LONGEST_URL);
}
