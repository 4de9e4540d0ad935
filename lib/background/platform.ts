import type { PageMessage, PageSight } from "../message/protocol.ts";
import type { Anchor } from "../model/anchor.ts";
import type { ElementCondition } from "../model/selector.ts";
import type { PicturePorts } from "./pictures.ts";

/** The background's surroundings. The browser implements it in `browser-platform.ts`, tests in memory. */
export interface Platform {
  /** Epoch ms. */
  now(): number;
  /** 0 ≤ x < 1. */
  random(): number;
  fetch: typeof fetch;
  /** Version of the extension. */
  version: string;
  /** Preferred locales, best first. */
  locales: readonly string[];
  /** `storage.local`: where content scripts leave events and find what to look for. */
  local: {
    getAll(): Promise<Record<string, unknown>>;
    set(items: Record<string, unknown>): Promise<void>;
    remove(keys: string[]): Promise<void>;
  };
  /** What an administrator has set for this browser; empty where nobody did. */
  managed(): Promise<Record<string, unknown>>;
  tabs: {
    /** All frames of the tab, or one. */
    tell(tab: number, message: PageMessage, frame?: number): Promise<void>;
    /** What the page in the tab's top frame sees now; undefined where nobody answers in time. */
    look(tab: number, elements: readonly ElementCondition[]): Promise<PageSight | undefined>;
    /** Also tabs whose site was just disconnected, or lost its permission: their agents still listen. */
    tellAll(message: PageMessage): Promise<void>;
    /** Open tabs of connected sites. */
    ofSites(origins: readonly string[]): Promise<{ id: number; url: string }[]>;
    /** Address of a tab, undefined when it is gone or not ours to see. */
    url(tab: number): Promise<string | undefined>;
    /** The tab that this one was opened from, if it is known. */
    opener(tab: number): Promise<number | undefined>;
  };
  /** The script that records a workflow. The browser forgets about it when it ends. */
  recorder: {
    /** Brings it into every frame that is loaded from now on, of all sites that the person gave permission for. */
    on(): Promise<void>;
    off(): Promise<void>;
    isOn(): Promise<boolean>;
    /** Into all frames of a tab that are there; rejects where it may not. */
    inject(tab: number): Promise<void>;
    /** Says on the toolbar button that these tabs are recorded, or no longer. */
    show(tabs: readonly number[], recorded: boolean): Promise<void>;
  };
  /** The number on the toolbar button while this tab is in front; 0 for none. */
  badge(tab: number, count: number): Promise<void>;
  scripts: {
    hasPermission(origin: string): Promise<boolean>;
    /** Runs the page agent on these origins and no others, now and after restarts; with `friction` what notices that, too. */
    register(origins: readonly string[], friction: boolean): Promise<void>;
    /** Into pages that were open before their site was connected, or before friction was asked for. */
    injectAgent(tab: number, friction: boolean): Promise<void>;
    injectOverlay(tab: number): Promise<void>;
    /** What frames within a page find, where `isOurs` says so of their origin; nobody knows yet what they say. */
    bid(
      tab: number,
      isOurs: (origin: string) => boolean,
      search: string,
      anchor: Anchor,
    ): Promise<{ frame: number; document: string | undefined; result: unknown }[]>;
  };
  wait(ms: number): Promise<void>;
  pictures: PicturePorts;
  /** Calls `sync` at this time and now and then afterwards, even if the worker sleeps until then. */
  wakeAt(time: number): Promise<void>;
  /** Calls `due` once at this time (epoch ms), up to half a minute late; null: not at all. The last call holds. */
  wakeWhenDue(time: number | null): Promise<void>;
  /** Tells open extension pages to ask again. */
  changed(): void;
}
