import { expect, it } from "vitest";
import { BODY, playbook, playbooksServer, runOf } from "./fixture.ts";
import { createPlaybookPage } from "./page-model.ts";

const EFFECT = { fired: 0 };

function setup(more: Record<string, unknown> = {}) {
  const answers: Record<string, unknown> = {
    "GET /v1/playbooks/drops": playbook("drops"),
    "GET /v1/playbooks/drops/waiting": { items: [] },
    "GET /v1/playbooks/drops/acts": { items: [] },
    "GET /v1/playbook-runs": (search: string) =>
      search.includes("after=one")
        ? { items: [runOf("older")], next: null }
        : { items: [runOf("newest")], next: "one" },
    "GET /v1/query/playbooks/drops/effect": EFFECT,
    ...more,
  };
  const { client, asked } = playbooksServer(answers);
  return { page: createPlaybookPage(client, "drops"), asked, answers };
}
const runsOf = ({ answer }: ReturnType<typeof createPlaybookPage>) =>
  answer.value.value?.runs.items.map(({ id }) => id);

it("older runs join on below, until there are none", async () => {
  const { page, asked } = setup();
  await page.load();
  await page.more();
  expect(runsOf(page)).toEqual(["newest", "older"]);
  const before = asked.length;
  await page.more();
  expect(asked).toHaveLength(before);
});

it("older runs that do not come are told, and what is there stays", async () => {
  const { page, answers } = setup();
  await page.load();
  delete answers["GET /v1/playbook-runs"];
  await page.more();
  expect(page.problem.value?.code).toBe("server");
  expect(runsOf(page)).toEqual(["newest"]);
});

it("one part that is missing is a page that could not be shown", async () => {
  const { page, answers } = setup();
  delete answers["GET /v1/playbooks/drops/acts"];
  await page.load();
  expect(page.answer.view.value.state).toBe("failed");
});

it("J6: it is paused for all, or for one account, and how it stands is asked for afterwards", async () => {
  const { page, asked, answers } = setup({
    "POST /v1/playbooks/drops/resume": playbook("drops"),
    "POST /v1/playbooks/drops/pause": playbook("drops"),
  });
  await page.load();
  answers["GET /v1/playbooks/drops"] = playbook("drops", { paused: false });
  await page.pause(false);
  expect(page.answer.value.value?.playbook.paused).toBe(false);
  await page.pause(true, "acme");
  expect(asked).toContain("POST /v1/playbooks/drops/pause");
});

it("a change that is refused leaves the form open and says why; one that holds closes it and forgets the trial", async () => {
  const tried = { from: "2026-11-01", to: "2026-11-23", accounts: 3, fires: [] };
  const { page, answers } = setup({ "POST /v1/playbooks/try": tried });
  await page.load();
  await page.attempt();
  expect(page.tried.value?.value.value?.accounts).toBe(3);
  page.edit(true);
  await page.save(BODY);
  expect([page.editing.value, page.problem.value?.code]).toEqual([true, "server"]);
  answers["PUT /v1/playbooks/drops"] = playbook("drops");
  await page.save(BODY);
  expect([page.editing.value, page.problem.value, page.tried.value]).toEqual([false, null, null]);
});

it("the effect is asked for again with another time to show", async () => {
  const { page, asked } = setup();
  await page.load();
  page.chooseLag("90");
  expect(asked.at(-1)).toBe("GET /v1/query/playbooks/drops/effect?lag=90");
});

it("removing says whether it is gone", async () => {
  const { page, answers } = setup();
  await page.load();
  expect(await page.remove()).toBe(false);
  answers["DELETE /v1/playbooks/drops"] = {};
  expect(await page.remove()).toBe(true);
});
