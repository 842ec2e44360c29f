// Puts GraphiQL onto the page, with the example queries as its tabs on the first visit;
// after that the browser keeps what the visitor left open.
(() => {
  "use strict";
  const place = document.getElementById("explorer");
  const tabs = JSON.parse(place.dataset.tabs);
  const fetcher = GraphiQL.createFetcher({ url: new URL(place.dataset.api, location.href).href });
  ReactDOM.createRoot(place).render(
    React.createElement(GraphiQL, {
      fetcher,
      defaultTabs: tabs,
      defaultEditorToolsVisibility: false,
      shouldPersistHeaders: false,
      isHeadersEditorEnabled: false,
    }),
  );
})();
