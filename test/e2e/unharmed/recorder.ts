export interface RecorderOptions {
  /** In a large app, what an element looks like is only told as a number, and only of what can be seen. */
  large: boolean;
}

/**
 * Put into the host's own world before anything else is there. Writes down whatever can be noticed of the page from
 * within it, apart from our one element: it, its removal and the events at it are left out. Uses nothing around it.
 */
export function recorder({ large }: RecorderOptions): void {
  const OWN = "waymark-overlay";
  /** When and how often these come depends on the machine: of each part of the work, only which there were counts. */
  const LATE =
    /^(pointer|mouse)(raw)?(move|update|over|out|enter|leave)$|^(scroll|scrollend|selectionchange|select|wheel|toggle|pagereveal|pageshow|load|resize)$|^(transition|animation)/;
  const log: string[] = [];
  const late = new Set<string>();
  const flush = () => {
    log.push(...[...late].sort());
    late.clear();
  };
  const say = (line: string) => {
    log.push(line);
  };
  const isOwn = (node: unknown) =>
    node instanceof Element && (node.localName === OWN || node.closest(OWN) !== null);
  const name = (node: unknown): string => {
    if (node === null || node === undefined) return String(node);
    if (node === window) return "window";
    if (isOwn(node)) return "ours";
    if (!(node instanceof Element)) return (node as Node).nodeName;
    if (node.id) return `#${node.id}`;
    const twins = [...(node.parentNode?.children ?? [])].filter(
      (n) => n.localName === node.localName,
    );
    const around = node.parentElement ? `${name(node.parentElement)} > ` : "";
    return `${around}${node.localName}${twins.length > 1 ? `:${twins.indexOf(node)}` : ""}`;
  };

  const types = new Set<string>(
    "focusin focusout beforeinput compositionstart compositionend".split(" "),
  );
  for (const on of [window, document, HTMLElement.prototype, Element.prototype]) {
    for (const key in on) if (key.startsWith("on")) types.add(key.slice(2));
  }
  const watch = (phase: string) => (event: Event) => {
    const { type, target, defaultPrevented, cancelBubble, isTrusted, eventPhase } = event;
    if (isOwn(target) || (phase === "up" && target === window && eventPhase !== 2)) return;
    const { relatedTarget, key, detail } = event as FocusEvent & KeyboardEvent;
    const state = [
      defaultPrevented && "prevented",
      cancelBubble && "stopped",
      !isTrusted && "made",
    ];
    const more = [key, detail, relatedTarget === undefined ? "" : name(relatedTarget)];
    // What a turn of the wheel meets depends on how far the page has scrolled by then.
    const at = type === "wheel" ? "" : name(target);
    const line = ["event", phase, type, at, ...state].filter(Boolean).join(" ");
    if (LATE.test(type)) late.add(line);
    else say([line, ...more.filter(Boolean)].join(" "));
  };
  for (const type of types) {
    addEventListener(type, watch("down"), { capture: true, passive: true });
    addEventListener(type, watch("up"), { passive: true });
  }
  addEventListener("error", ({ message }) => say(`error ${message}`));
  addEventListener("unhandledrejection", ({ reason }) => say(`rejection ${reason}`));

  new MutationObserver((records) => {
    for (const { type, target, attributeName, oldValue, addedNodes, removedNodes } of records) {
      if (isOwn(target)) continue;
      const now = attributeName ? (target as Element).getAttribute(attributeName) : "";
      const nodes = [...addedNodes, ...removedNodes].filter((node) => !isOwn(node));
      if (type === "childList" && nodes.length === 0) continue;
      const line = ["mutation", type, name(target), attributeName, oldValue, now];
      // Among how many it stands depends on how far the parser is when the observer is told.
      say([...line, ...nodes.map(name)].join(" ").replace(/:\d+/g, ""));
    }
  }).observe(document, {
    subtree: true,
    childList: true,
    characterData: true,
    characterDataOldValue: true,
    attributeOldValue: true,
  });

  const PROTOTYPES = [
    Window,
    EventTarget,
    Node,
    Element,
    HTMLElement,
    Document,
    ShadowRoot,
    Event,
    History,
    Location,
    Storage,
    MutationObserver,
    Promise,
    Array,
    Object,
    Function,
  ].map((one) => [one.name, one.prototype] as const);
  const built = () =>
    [["window", window], ["document", document], ["navigator", navigator], ...PROTOTYPES] as const;
  const parts = (of: object) =>
    Reflect.ownKeys(of).map((key) => {
      const { value, get, set } = Reflect.getOwnPropertyDescriptor(of, key) ?? {};
      return [key, typeof value === "function" ? value : undefined, get, set] as const;
    });
  const first = new Map(built().map(([label, of]) => [label, parts(of)]));
  /** What of the page's built-in things is not what it was at the beginning. */
  const changed = () =>
    built().flatMap(([label, of]) => {
      const before = new Map(first.get(label)?.map(([key, ...rest]) => [key, rest]));
      return parts(of)
        .filter(
          ([key, ...rest]) =>
            !rest.every((part, at) => part === before.get(key)?.[at]) || !before.has(key),
        )
        .map(([key]) => `${label}.${String(key)}`);
    });

  const ownless = (root: Node): string => {
    const copy = root.cloneNode(true) as Element;
    for (const own of copy.querySelectorAll(OWN)) own.remove();
    return copy.outerHTML;
  };
  const elements = () => [...document.querySelectorAll("*")].filter((element) => !isOwn(element));
  const looks = (element: Element, pseudo?: string) => {
    const style = getComputedStyle(element, pseudo);
    return [...style].map((key) => `${key}:${style.getPropertyValue(key)}`).join(";");
  };
  const allLooks = (element: Element): string => {
    if (large) return element.checkVisibility() ? String(fnv1a(looks(element))) : "";
    return ["", "::before", "::after"].map((part) => looks(element, part || undefined)).join("|");
  };
  const fnv1a = (text: string) => {
    let hash = 0x811c9dc5;
    for (let at = 0; at < text.length; at++)
      hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
    return hash >>> 0;
  };
  const box = (element: Element) => {
    const { x, y, width, height } = element.getBoundingClientRect();
    return [x, y, width, height].map(Math.round).join(" ");
  };

  Object.defineProperty(window, "recorder", {
    value: {
      part: (what: string) => {
        flush();
        say(`--- ${what}`);
      },
      log: () => {
        flush();
        return log.splice(0);
      },
      state: () => ({
        html: ownless(document.documentElement),
        elements: elements().map((element) => ({
          name: name(element),
          box: box(element),
          scroll: `${element.scrollLeft} ${element.scrollTop}`,
          value: (element as HTMLInputElement).value ?? "",
          looks: allLooks(element),
        })),
        focus: name(document.activeElement),
        selection: `${getSelection()} ${name(getSelection()?.anchorNode)} ${getSelection()?.anchorOffset}`,
        address: location.href,
        history: [history.length, history.state],
        title: document.title,
        storage: [Object.keys(localStorage), Object.keys(sessionStorage), document.cookie],
        changed: changed(),
      }),
    },
  });
}

export interface PageState {
  html: string;
  elements: { name: string; box: string; scroll: string; value: string; looks: string }[];
  focus: string;
  [more: string]: unknown;
}

declare global {
  interface Window {
    recorder: { part(what: string): void; log(): string[]; state(): PageState };
  }
}
