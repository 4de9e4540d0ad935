// What a careless or hostile host does to the platform before anything else runs. It keeps count of every call, so
// that a test can tell whether something outside the page's own scripts went through its traps.
window.meddled = [];
window.errors = [];
addEventListener("error", (event) => window.errors.push(event.message));

const trap = (owner, name) => {
  const original = owner[name];
  owner[name] = function (...args) {
    window.meddled.push(name);
    if (window.meddling) throw new Error(`${name} is broken by the host`);
    return original.apply(this, args);
  };
};
trap(Element.prototype, "attachShadow");
trap(Element.prototype, "getAttribute");
trap(Element.prototype, "closest");
trap(EventTarget.prototype, "dispatchEvent");
trap(JSON, "parse");
trap(JSON, "stringify");
trap(Array.prototype, "map");
Object.defineProperty(Object.prototype, "polluted", { get: () => "yes", configurable: true });
Object.prototype.id = "polluted id";
