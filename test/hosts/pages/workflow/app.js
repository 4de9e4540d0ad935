const $ = (id) => document.getElementById(id);

const say = (element, attributes) => {
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
};
say($("notes"), { role: "textbox", "aria-label": "Notes" });
say($("people"), { role: "listbox", "aria-label": "People" });
for (const option of $("people").children) say(option, { role: "option" });

$("route").addEventListener("click", (event) => {
  event.preventDefault();
  history.pushState(null, "", event.currentTarget.href);
  document.title = "Reports";
});
$("go").addEventListener("click", () => {
  location.href = "/leave.html";
});
$("form").addEventListener("submit", (event) => event.preventDefault());
addEventListener("keydown", (event) => {
  if (event.ctrlKey && event.key === "s") event.preventDefault();
});

// Entries that go with the press and are never clicked.
$("assign").addEventListener("click", () => {
  $("people").hidden = false;
});
$("people").addEventListener("mousedown", () => $("people").remove());

// As drag libraries do it: what is dragged is a copy under the pointer.
$("node").addEventListener("mousedown", (down) => {
  const copy = down.currentTarget.cloneNode(true);
  copy.className = "helper";
  copy.id = "";
  const move = ({ clientX, clientY }) => {
    document.body.append(copy);
    copy.style.translate = `${clientX - 20}px ${clientY - 10}px`;
    copy.style.inset = "0 auto auto 0";
  };
  const drop = ({ clientX, clientY }) => {
    removeEventListener("mousemove", move);
    removeEventListener("mouseup", drop);
    copy.remove();
    if (document.elementFromPoint(clientX, clientY) !== $("canvas")) return;
    const node = document.createElement("button");
    node.textContent = "Inject node";
    $("canvas").append(node);
  };
  addEventListener("mousemove", move);
  addEventListener("mouseup", drop);
});

$("bin").addEventListener("dragover", (event) => event.preventDefault());
$("bin").addEventListener("drop", (event) => {
  event.preventDefault();
  $("bin").append($("card"));
});

customElements.define(
  "fixture-card",
  class extends HTMLElement {
    connectedCallback() {
      const button = document.createElement("button");
      button.textContent = "Button in a shadow";
      this.attachShadow({ mode: "open" }).append(button);
    }
  },
);

// A frame of another site.
const frame = document.createElement("iframe");
const other = location.hostname === "localhost" ? "127.0.0.1" : "localhost";
frame.src = `http://${other}:${location.port}/frames/inner.html`;
frame.title = "Reports of others";
$("around").append(frame);
