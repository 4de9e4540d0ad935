import * as z from "zod/mini";
import { CalendarDay } from "../../lib/model/calendar-day.ts";
import { parse } from "../../lib/model/parse.ts";
import { RecordId } from "../../lib/model/touch.ts";
import { changeTask, listTasks, makeTask, readTask } from "../accounts/tasks.ts";
import { listTouches, putTouch } from "../accounts/touches.ts";
import type { Deps } from "../deps.ts";
import { badRequest } from "../http/errors.ts";
import { type Route, route } from "../http/route.ts";
import { Page } from "./accounts.ts";
import { principalOf } from "./principal.ts";
import { HowSaid, sayingOf } from "./saying.ts";

const text = z.optional(z.string().check(z.maxLength(200)));

const TaskQuestion = z.object({
  ...Page.shape,
  account: text,
  owner: text,
  state: z._default(z.enum(["open", "closed", "any"]), "open"),
  dueTo: z.optional(CalendarDay),
});

/** Contacts with accounts, and what is to be done for them. */
export function taskRoutes({ db, clock, newId }: Deps): Route[] {
  return [
    route({
      method: "GET",
      path: "/v1/accounts/:id/touches",
      access: "viewer",
      summary: "Contacts with an account and notes about it, newest first.",
      query: Page,
      reply: "touch-list",
      handle: async (call) => {
        const { workspace } = principalOf(call);
        const { id = "" } = call.params;
        const { limit, after } = call.query;
        const body = await db.read(workspace, (sql) =>
          listTouches(sql, workspace, id, { limit, after }),
        );
        return { body };
      },
    }),
    route({
      method: "PUT",
      path: "/v1/accounts/:id/touches/:touch",
      access: "author",
      summary:
        "Write down a contact or a note, or change it: an id once, however often it is sent.",
      query: HowSaid,
      body: "new-touch",
      reply: "touch",
      handle: async (call) => {
        const { workspace } = principalOf(call);
        const { id: account = "" } = call.params;
        const id = recordId("touch", call.params.touch);
        const how = { saying: sayingOf(call, clock()), newId };
        const body = await db.transaction(workspace, (sql) =>
          putTouch(sql, workspace, { id, account, touch: call.body }, how),
        );
        return { body };
      },
    }),
    route({
      method: "GET",
      path: "/v1/tasks",
      access: "viewer",
      summary: "Tasks, what is due first at the top.",
      query: TaskQuestion,
      reply: "task-list",
      handle: async (call) => {
        const { workspace } = principalOf(call);
        const body = await db.read(workspace, (sql) => listTasks(sql, workspace, call.query));
        return { body };
      },
    }),
    route({
      method: "GET",
      path: "/v1/tasks/:id",
      access: "viewer",
      summary: "A task.",
      reply: "task",
      handle: async (call) => {
        const { workspace } = principalOf(call);
        const { id = "" } = call.params;
        return { body: await db.read(workspace, (sql) => readTask(sql, workspace, id)) };
      },
    }),
    route({
      method: "PUT",
      path: "/v1/tasks/:id",
      access: "author",
      summary: "Make a task, once an id: asked again, it answers with what became of the task.",
      query: HowSaid,
      body: "new-task",
      reply: "task",
      handle: async (call) => {
        const { workspace } = principalOf(call);
        const id = recordId("id", call.params.id);
        const how = { saying: sayingOf(call, clock()), newId };
        const { task, made } = await db.transaction(workspace, (sql) =>
          makeTask(sql, workspace, { id, task: call.body }, how),
        );
        return { status: made ? 201 : 200, body: task };
      },
    }),
    route({
      method: "POST",
      path: "/v1/tasks/:id/change",
      access: "author",
      summary: "Change a task: its state, owner, day or words. What is not named stays.",
      query: HowSaid,
      body: "task-patch",
      reply: "task",
      handle: async (call) => {
        const { workspace } = principalOf(call);
        const { id = "" } = call.params;
        const how = { saying: sayingOf(call, clock()), newId };
        const body = await db.transaction(workspace, (sql) =>
          changeTask(sql, workspace, { id, patch: call.body }, how),
        );
        return { body };
      },
    }),
  ];
}

function recordId(path: string, value: string | undefined): string {
  const read = parse(RecordId, value);
  if (!read.ok) throw badRequest(read.error.map((problem) => ({ ...problem, path })));
  return read.value;
}
