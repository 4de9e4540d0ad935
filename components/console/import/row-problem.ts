import type { Problem } from "../../../lib/model/parse.ts";
import { useI18n } from "../../ui/i18n.tsx";
import { useFieldName } from "./field-options.ts";

/** What the server allows, by its words, and the text that says it in the person's language. */
const RULES = [
  [/^a day, such as/, "day"],
  [/^a whole number/, "whole"],
  [/^an amount, such as/, "amount"],
  [/^an amount with a currency/, "currency"],
  [/^a stage of the journey: (.*)/, "stage"],
  [/^high, medium or low/, "level"],
  [/^(\d+), as many as there are headings/, "cells"],
  [/^cells whose quotation marks/, "quote"],
  [/^each (?:account|person) once/, "twice"],
  [/^a day up to today, (.*)/, "future"],
  [/^a day from the contract's start on, (.*)/, "contract"],
  [/^the id of an account that is known/, "account"],
  [/^people who have not had/, "erased"],
  [/^an e-mail address/, "email"],
] as const;

/** Which rule the server's words are of, with what they name. */
export function rowFault(
  allowed: string,
): { rule: (typeof RULES)[number][1]; detail: string } | null {
  for (const [words, rule] of RULES) {
    const [whole, detail = ""] = words.exec(allowed) ?? [];
    if (whole !== undefined) return { rule, detail };
  }
  return null;
}

/** What is wrong with a row and how to mend it. What no rule says is told as the server does. */
export function useRowProblem(): (problem: Problem) => string {
  const { t } = useI18n();
  const name = useFieldName();
  return ({ path, found, allowed }) => {
    const column = name(path);
    const fault = rowFault(allowed);
    if (fault) {
      const { rule, detail } = fault;
      const bare = found.replace(/ (again|cells)$/, "");
      return t(`customers.wrong.${rule}`, { column, found: bare, detail });
    }
    return t(path === "" ? "customers.problemRow" : "customers.problem", {
      column,
      found,
      allowed,
    });
  };
}
