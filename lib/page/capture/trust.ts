/**
 * Whether an event is a person's doing. `isTrusted` alone is not enough: `button.click()` in a page makes an
 * untrusted click whose default action fires a *trusted* submit or change. E4 of docs/spec/events.md.
 */
export interface Trust {
  /** Call for every click first, trusted or not. */
  sawClick(event: Event): void;
  trusts(event: Event): boolean;
}

export function createTrust(): Trust {
  let forging = false;
  return {
    sawClick(event) {
      if (event.isTrusted) return;
      forging = true;
      // The default action runs before the page's script ends, this after it.
      queueMicrotask(() => {
        forging = false;
      });
    },
    trusts(event) {
      if (!event.isTrusted || forging) return false;
      if (event.type === "submit") return navigator.userActivation.isActive;
      if (event.type === "change") return navigator.userActivation.hasBeenActive;
      return true;
    },
  };
}
