import { HOST } from "../page/support/kind-host.ts";

/** What a person works with, where no guide of the examples stands: on the left, below the middle. */
const WORK = `<section id="work"><form id="form"><label>Name <input id="name" autocomplete="off"></label>
  <select id="role" aria-label="Role"><option>Viewer<option>Editor</select> <button id="add">Add</button></form>
  <p><button type="button" id="bold">Bold</button> <a id="settings" href="/app/work/settings">Settings</a>
  <span id="source">Drag</span> <span id="bin">Here</span></p><p id="text">Some words to select.</p>
  <div id="list"><ul></ul></div><work-card id="card"></work-card>
  <button type="button" id="open">Open</button></section><p id="end">The end.</p>
  <dialog id="dialog"><label>Project <input id="project" autocomplete="off"></label>
  <button type="button" id="shut">Create</button></dialog>
  <style>#work { position: absolute; left: 16px; top: 360px; width: 420px } #end { margin-top: 1400px }
    #list { height: 60px; overflow: auto; border: 1px solid } li { height: 30px } li:hover { font-weight: bold }
    #source, #bin { padding: 4px; border: 1px solid; user-select: none } :focus-within > input { outline: 1px solid }
    #dialog { inset: 400px auto auto 40px; margin: 0 } :root:has(dialog[open]) #text { color: gray }</style>`;

/** As apps are: listens at the window and the document, delegates, cancels, stops, and looks at every change. */
function app(): void {
  const byId = (id: string) => document.getElementById(id) as HTMLElement;
  const list = document.querySelector("#list ul") as HTMLElement;
  const add = (text: string) =>
    list.append(Object.assign(document.createElement("li"), { textContent: text }));
  for (let n = 1; n <= 12; n++) add(`Entry ${n}`);
  byId("form").addEventListener("submit", (event) => {
    event.preventDefault();
    add((byId("name") as HTMLInputElement).value);
  });
  document.addEventListener("click", (event) => {
    const link = (event.target as Element).closest("a");
    if (!link) return;
    event.preventDefault();
    history.pushState({ at: link.id }, "", link.getAttribute("href"));
    document.title = "Settings";
  });
  addEventListener("keydown", (event) => {
    if (event.key === "k" && event.ctrlKey) {
      event.preventDefault();
      byId("bold").classList.toggle("on");
    }
  });
  byId("name").addEventListener("keydown", (event) => {
    if ((event as KeyboardEvent).key !== "Escape") return;
    event.stopPropagation();
    (event.target as HTMLInputElement).value = "";
  });
  byId("bold").addEventListener("pointerdown", (event) => event.preventDefault());
  byId("bold").addEventListener("click", () => byId("bold").classList.toggle("on"));
  byId("source").addEventListener("pointerdown", (event) =>
    byId("source").setPointerCapture((event as PointerEvent).pointerId),
  );
  byId("source").addEventListener("pointerup", () => {
    byId("bin").textContent = "Dropped";
  });
  byId("open").addEventListener("click", () => (byId("dialog") as HTMLDialogElement).showModal());
  byId("shut").addEventListener("click", () => (byId("dialog") as HTMLDialogElement).close());
  customElements.define(
    "work-card",
    class extends HTMLElement {
      connectedCallback() {
        const button = document.createElement("button");
        button.textContent = "In a shadow";
        button.onclick = () => button.toggleAttribute("data-used");
        this.attachShadow({ mode: "open" }).append(button);
      }
    },
  );
  let changes = 0;
  new MutationObserver(() => {
    document.body.dataset.changes = String(++changes);
  }).observe(byId("work"), { subtree: true, childList: true, attributes: true });
}

export const WORK_PAGE = HOST.replace("</main>", `</main>${WORK}<script>(${app})()</script>`);
