/** What happens to pages between two releases, done to every target of a page. */
export type Mutation =
  | "idsRenamed"
  | "testIdsDropped"
  | "classesHashed"
  | "wrapped"
  | "siblingsReordered"
  | "reworded"
  | "rowInserted"
  | "intoShadowRoot"
  | "removed";

type Mutate = (targets: readonly Element[], seed: number) => void;

export const MUTATIONS: Readonly<Record<Mutation, Mutate>> = {
  idsRenamed(targets, seed) {
    targets.forEach((target, n) => {
      if (target.id) target.id = `x${seed}n${n}`;
    });
  },
  testIdsDropped(targets) {
    for (const target of targets) {
      for (const name of target.getAttributeNames()) {
        if (/^data-(test|qa|cy)/.test(name)) target.removeAttribute(name);
      }
    }
  },
  classesHashed(_targets, seed) {
    for (const element of document.body.querySelectorAll("[class]")) {
      const hashed = [...element.classList].map((name, n) => `css-${name.length}${seed}${n}`);
      element.setAttribute("class", `${element.getAttribute("class")} ${hashed.join(" ")}`);
    }
  },
  wrapped(targets) {
    for (const target of targets) {
      const wrapper = document.createElement(target.closest("button, p, span") ? "span" : "div");
      target.replaceWith(wrapper);
      wrapper.append(target);
    }
  },
  siblingsReordered(targets) {
    for (const parent of new Set(targets.map((target) => target.parentElement))) {
      parent?.append(...[...parent.children].reverse());
    }
  },
  reworded(targets, seed) {
    const random = randomFrom(seed);
    for (const target of targets) {
      const text = firstText(target);
      if (text) text.data = reword(text.data, random);
      for (const name of ["title", "aria-label", "placeholder"]) {
        const value = target.getAttribute(name);
        if (value) target.setAttribute(name, reword(value, random));
      }
    }
  },
  rowInserted(targets) {
    for (const parent of new Set(targets.map((target) => target.closest("tr, li")))) {
      const copy = parent?.cloneNode(true);
      if (copy instanceof Element) {
        for (const element of [copy, ...copy.querySelectorAll("*")]) {
          const text = firstText(element);
          if (text) text.data = `New ${text.data}`;
        }
        parent?.before(copy);
      }
    }
  },
  intoShadowRoot(targets) {
    for (const target of targets) {
      if (targets.some((other) => other !== target && other.contains(target))) continue;
      const host = document.createElement("div");
      target.replaceWith(host);
      host.attachShadow({ mode: "open" }).append(target);
    }
  },
  removed(targets, seed) {
    const random = randomFrom(seed);
    for (const target of targets) if (random() < 0.5) target.remove();
  },
};

const WORDS = ["all", "now", "quick", "more", "your", "this"];

/** One word more, one word less, or, in a third of cases, nothing as it was. */
function reword(text: string, random: () => number): string {
  const words = text.trim().split(/\s+/);
  const word = WORDS[Math.floor(random() * WORDS.length)] ?? "";
  const way = random();
  if (way < 1 / 3) return `${word} ${words.toReversed().join("")}s`;
  return way < 2 / 3 || words.length < 2 ? `${text} ${word}` : words.slice(0, -1).join(" ");
}

function firstText(element: Element): Text | undefined {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node instanceof Text && node.data.trim() !== "") return node;
  }
  return undefined;
}

/** Numbers from 0 to 1, the same for the same seed. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}
