// Does in the explorer what a visitor does first, and writes down what there is to see.
(() => {
  "use strict";
  const seen = { errors: [], tabs: [], answer: "", manual: "", loaded: [] };
  addEventListener("error", (e) => seen.errors.push(String(e.message || e.target.src || e.target.href)), true);
  addEventListener("securitypolicyviolation", (e) => seen.errors.push("forbidden: " + e.blockedURI));
  const until = (look) => new Promise((done) => {
    const timer = setInterval(() => {
      const found = look();
      if (found) { clearInterval(timer); done(found); }
    }, 50);
  });
  const text = (selector) => (document.querySelector(selector) || {}).innerText || "";
  addEventListener("load", async () => {
    const run = await until(() => document.querySelector(".graphiql-execute-button"));
    seen.tabs = [...document.querySelectorAll(".graphiql-tab-button")].map((t) => t.innerText);
    (await until(() => document.querySelector('[aria-label="Show Documentation Explorer"]'))).click();
    (await until(() => document.querySelector("a.graphiql-doc-explorer-type-name"))).click();
    seen.manual = await until(() => text(".graphiql-doc-explorer").includes("agencies") && text(".graphiql-doc-explorer"));
    run.click();
    seen.answer = await until(() => {
      const editor = document.querySelector(".result-window .CodeMirror");
      const value = editor && editor.CodeMirror.getValue();
      return value && value.includes("}") && value;
    });
    seen.loaded = performance.getEntriesByType("resource").map((r) => r.name);
    const report = document.createElement("pre");
    report.id = "seen";
    report.hidden = true;
    report.innerText = JSON.stringify(seen);
    document.body.append(report);
  });
})();
