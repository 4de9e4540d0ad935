import { computed, type ReadonlySignal, signal } from "@preact/signals";
import type { Input, MessageError, RecordingStatus } from "../../lib/message/protocol.ts";
import type { Localized } from "../../lib/model/primitives.ts";
import type { Ask } from "../ports.ts";
import { createResource, type Resource } from "../ui/resource.ts";

export interface RecordPorts {
  ask: Ask;
  /** Asks the person to allow sites of this pattern, in the very turn of their click; whether they do. */
  allow(pattern: string): Promise<boolean>;
  /** Whether they have. */
  isAllowed(pattern: string): Promise<boolean>;
  /** Origins of frames of the tab's page that can be seen and were not allowed. Rejects where the page cannot be asked. */
  unseenFrames(tab: number): Promise<string[]>;
  /** As `allow`, for these origins. */
  allowFrames(origins: readonly string[]): Promise<boolean>;
  /** Address of a picture that is on this device; null if it is not there any more. */
  picture(asset: string): Promise<string | null>;
  /** Drafts of this device. */
  places(): Promise<RecordPlace[]>;
  /** Opens the editor with a draft. */
  openEditor(guide: string): void;
}

/** A draft of this device that forgotten steps can be recorded for. */
export interface RecordPlace {
  guide: string;
  name: Localized;
  steps: readonly { id: string; title: Localized }[];
}

/** Nothing less lets an extension take pictures. */
const EVERY_SITE = "<all_urls>";

export type RecordProblem =
  /** The browser does not say what page it is: it was never allowed, or is one of the browser's own. */
  | { kind: "unseen" }
  /** No page of a web app. */
  | { kind: "foreign" }
  | { kind: "denied"; site: string }
  | { kind: "message"; error: MessageError };
export type RecordBusy = "begin" | "pause" | "undo" | "remove" | "finish" | "discard" | "frames";

/** An author records what they do in the page beside the panel. */
export interface RecordModel {
  /** Null: nothing is being recorded. */
  data: Resource<RecordingStatus | null, MessageError>;
  /** The tab beside the panel belongs to the recording. */
  here: ReadonlySignal<boolean>;
  /** Origins of frames of the page beside the panel in which nothing is recorded, since they were not allowed. */
  unseen: ReadonlySignal<readonly string[]>;
  /** Addresses of pictures, as far as they have been fetched. */
  pictures: ReadonlySignal<ReadonlyMap<string, string>>;
  /** Each step shall have a picture, for which browsers want the permission for every site. */
  pictured: ReadonlySignal<boolean>;
  places: ReadonlySignal<readonly RecordPlace[]>;
  /** The draft that the next recording is for, and the step it comes after, null: at the beginning. Null: a new guide. */
  into: ReadonlySignal<{ guide: string; after: string | null } | null>;
  busy: ReadonlySignal<RecordBusy | null>;
  problem: ReadonlySignal<RecordProblem | null>;
  showTab(tab: { id: number; url: string | undefined } | null): void;
  wantPictures(wanted: boolean): void;
  /** Without `after`: at the end of that draft. Null: a new guide. */
  putInto(guide: string | null, after?: string | null): void;
  /** Begins in the tab beside the panel, or goes on there. */
  record(): Promise<void>;
  /** Records in the frames that were not seen, too. */
  allowFrames(): Promise<void>;
  pause(): Promise<void>;
  undo(): Promise<void>;
  remove(step: string): Promise<void>;
  finish(): Promise<void>;
  discard(): Promise<void>;
}

export function createRecordModel(ports: RecordPorts): RecordModel {
  const { ask } = ports;
  const tab = signal<{ id: number; url: string | undefined } | null>(null);
  const pictures = signal<ReadonlyMap<string, string>>(new Map());
  const pictured = signal(true);
  const places = signal<readonly RecordPlace[]>([]);
  const into = signal<{ guide: string; after: string | null } | null>(null);
  const unseen = signal<readonly string[]>([]);
  const busy = signal<RecordBusy | null>(null);
  const problem = signal<RecordProblem | null>(null);
  const data = createResource<RecordingStatus | null, MessageError>(async () => {
    const reply = await ask("recording.state", {});
    if (reply.ok) void fetchPictures(reply.value);
    if (reply.ok) places.value = await ports.places();
    if (reply.ok) void lookForFrames(reply.value);
    return reply;
  });

  /** With each step anew: frames come and go with what is done. */
  async function lookForFrames(status: RecordingStatus | null) {
    const at = tab.peek();
    const isRecorded = at !== null && status?.state === "recording" && status.tabs.includes(at.id);
    // A page that cannot be asked is left or not there yet, and nothing is recorded in it anyway.
    const found = isRecorded ? await ports.unseenFrames(at.id).catch(() => []) : [];
    if (tab.peek() === at) unseen.value = found;
  }

  async function fetchPictures(status: RecordingStatus | null) {
    const wanted = status?.steps.flatMap(({ picture }) => picture ?? []) ?? [];
    const missing = wanted.filter((asset) => !pictures.peek().has(asset));
    if (missing.length === 0) return;
    const found = await Promise.all(
      missing.map(async (asset) => [asset, await ports.picture(asset)] as const),
    );
    const there = found.flatMap(([asset, address]) => (address ? [[asset, address] as const] : []));
    pictures.value = new Map([...pictures.peek(), ...there]);
  }

  /** One thing at a time; what there is now is asked for afterwards. */
  async function act(what: RecordBusy, work: () => Promise<RecordProblem | null>) {
    if (busy.peek() !== null) return;
    busy.value = what;
    problem.value = null;
    problem.value = await work();
    await data.load();
    busy.value = null;
  }

  async function tell<
    N extends
      | "recording.start"
      | "recording.resume"
      | "recording.pause"
      | "recording.undo"
      | "recording.remove"
      | "recording.discard",
  >(name: N, input: Input<N>): Promise<RecordProblem | null> {
    const reply = await ask(name, input);
    return reply.ok ? null : { kind: "message", error: reply.error };
  }

  return {
    data,
    here: computed(() => {
      const status = data.value.value;
      return tab.value !== null && (status?.tabs.includes(tab.value.id) ?? false);
    }),
    unseen: computed(() => unseen.value),
    pictures: computed(() => pictures.value),
    pictured: computed(() => pictured.value),
    places: computed(() => places.value),
    into: computed(() => into.value),
    busy: computed(() => busy.value),
    problem: computed(() => problem.value),
    showTab(next) {
      tab.value = next;
      problem.value = null;
      void lookForFrames(data.value.peek() ?? null);
    },
    wantPictures(wanted) {
      pictured.value = wanted;
    },
    putInto(guide, after) {
      const steps = places.peek().find((one) => one.guide === guide)?.steps ?? [];
      const last = steps.at(-1)?.id ?? null;
      into.value = guide === null ? null : { guide, after: after === undefined ? last : after };
    },
    async record() {
      const at = tab.peek();
      const url = at?.url === undefined ? null : URL.parse(at.url);
      if (!at || !url) {
        problem.value = { kind: "unseen" };
        return;
      }
      if (!/^https?:$/.test(url.protocol)) {
        problem.value = { kind: "foreign" };
        return;
      }
      // Not every browser's patterns know ports.
      const site = `${url.protocol}//${url.hostname}/*`;
      const allowed = ports.allow(pictured.peek() ? EVERY_SITE : site);
      await act("begin", async () => {
        // Who wants no pictures for that price can record all the same.
        if (!(await allowed)) pictured.value = false;
        if (!(await ports.isAllowed(site))) return { kind: "denied", site: url.host };
        if (data.value.peek()) return tell("recording.resume", { tab: at.id });
        const place = into.peek();
        const refused = await tell("recording.start", {
          tab: at.id,
          ...(place && { into: place }),
        });
        if (!refused) into.value = null;
        return refused;
      });
    },
    async allowFrames() {
      const at = tab.peek();
      if (!at) return;
      const allowed = ports.allowFrames(unseen.peek());
      await act("frames", async () =>
        (await allowed) ? tell("recording.resume", { tab: at.id }) : null,
      );
    },
    pause: () => act("pause", () => tell("recording.pause", {})),
    undo: () => act("undo", () => tell("recording.undo", {})),
    remove: (step) => act("remove", () => tell("recording.remove", { step })),
    discard: () => act("discard", () => tell("recording.discard", {})),
    finish: () =>
      act("finish", async () => {
        const reply = await ask("recording.finish", {});
        if (!reply.ok) return { kind: "message", error: reply.error };
        ports.openEditor(reply.value.guide);
        return null;
      }),
  };
}
