// The query editor: YASGUI, told to ask this server and no other.
(() => {
  const place = document.getElementById('yasgui');
  const plain = document.getElementById('plain');
  if (!place || typeof Yasgui === 'undefined') {
    return;
  }
  // By default the editor asks prefix.cc and lov.linkeddata.es for words to complete.
  Yasgui.Yasqe.defaults.autocompleters = ['prefixes', 'variables'];
  Yasgui.Yasqe.defaults.editorHeight = '25.4rem';
  Yasgui.Yasr.plugins.table.defaults.openIriInNewWindow = false;
  const here = new URL('/sparql', location.href).href;
  const start = document.getElementById('query').value;
  place.hidden = false;
  plain.hidden = true;
  const yasgui = new Yasgui(place, {
    autofocus: false,
    persistenceId: 'quoin',
    requestConfig: { endpoint: here, method: 'POST' },
    copyEndpointOnNewTab: false,
    // The server has answered the query of the address already.
    populateFromUrl: false,
    endpointCatalogueOptions: { getData: () => [], keys: [] },
    yasr: { prefixes: { id: place.dataset.base, ...JSON.parse(place.dataset.prefixes) } },
    yasqe: { prefixCcApi: new URL('/sparql/prefixes.json', location.href).href, value: start },
  });
  const tab = () => yasgui.getTab() || yasgui.addTab(true);
  tab().setEndpoint(here);
  if (new URLSearchParams(location.search).has('query')) {
    tab().setQuery(start);
  }

  // That answer goes when another takes its place.
  yasgui.on('query', () => document.getElementById('answer')?.remove());

  document.addEventListener('click', event => {
    const link = event.target.closest('a');
    if (!link) {
      return;
    }
    if (link.dataset.query) {
      event.preventDefault();
      tab().setQuery(link.dataset.query);
      tab().query().catch(() => {});
      place.scrollIntoView({ block: 'nearest' });
    } else if (link.href.startsWith(place.dataset.base)) {
      // The data's own IRIs resolve here too.
      event.preventDefault();
      location.href = '/id/' + link.href.slice(place.dataset.base.length);
    }
  });
})();
