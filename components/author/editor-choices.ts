import * as z from "zod/mini";
import { localize } from "../../lib/model/locale.ts";
import { Localized } from "../../lib/model/primitives.ts";
import { createAskServer } from "../console/request.ts";
import { type Choice, type ChoiceKind, type Choices, NO_CHOICES } from "./condition-names.ts";
import type { Session } from "./ports.ts";

const List = z.object({
  items: z.array(
    z.object({
      id: z.string(),
      name: z.union([z.string(), Localized]),
      published: z.nullable(z.int()),
    }),
  ),
});
const KINDS = Object.keys(NO_CHOICES) as ChoiceKind[];

/** What the workspace has published, for conditions to name. What cannot be asked for now is missing. */
export async function loadChoices(
  session: Session,
  request: typeof fetch,
  wanted: readonly string[],
): Promise<Choices> {
  const ask = createAskServer(session, request);
  const lists = await Promise.all(
    KINDS.map(async (kind): Promise<[string, Choice[]]> => {
      const answer = await ask(`/v1/${kind}`, List);
      const items = answer.ok ? answer.value.items : [];
      const published = items.filter((item) => item.published !== null);
      return [
        kind,
        published.map(({ id, name }) => ({
          id,
          name: typeof name === "string" ? name : localize(name, wanted),
        })),
      ];
    }),
  );
  return { ...NO_CHOICES, ...Object.fromEntries(lists) };
}
