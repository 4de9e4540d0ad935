// Forged uses of a feature: none of them is trusted, none may count.
const save = document.getElementById("save");

// As drawing libraries do: nothing bubbles up from the app.
for (const type of ["click", "pointerdown", "pointerup", "mousedown", "mouseup", "keydown"]) {
  document.querySelector("main").addEventListener(type, (event) => event.stopPropagation());
}

window.forge = (times) => {
  for (let n = 0; n < times; n++) {
    save.click();
    for (const type of ["pointerdown", "pointerup", "click"]) {
      save.dispatchEvent(new PointerEvent(type, { bubbles: true, composed: true, pointerId: 1 }));
    }
    save.dispatchEvent(new Event("change", { bubbles: true, composed: true }));
    const event = new MouseEvent("click", { bubbles: true });
    try {
      Object.defineProperty(event, "isTrusted", { get: () => true });
    } catch (error) {
      window.refused = String(error);
    }
    save.dispatchEvent(event);
  }
};
