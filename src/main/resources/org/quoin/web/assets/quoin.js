// What pages do beyond reading: keep groups of filters open, show every part of a quote that is pointed at.
(() => {
  // Groups that the reader opened or closed stay so when results are fetched anew.
  const opened = new Map();
  document.addEventListener('htmx:beforeSwap', () => {
    for (const group of document.querySelectorAll('details.group, details.filters')) {
      opened.set(group.id, group.open);
    }
  });
  document.addEventListener('htmx:afterSwap', () => {
    for (const [id, open] of opened) {
      const group = document.getElementById(id);
      if (group && !(group.querySelector('input:checked') && group.classList.contains('group'))) {
        group.open = open;
      }
    }
  });
  // The server says what is wrong in words; showing nothing would hide it.
  document.addEventListener('htmx:responseError', () => document.getElementById('search')?.submit());

  // Older browsers cannot show a closed group of filters beside the results.
  const filters = document.getElementById('filters');
  if (filters && !CSS.supports('selector(::details-content)') && matchMedia('(min-width: 60rem)').matches) {
    filters.open = true;
  }

  // A quote that crosses another is shown in parts; CSS alone would point at the first only.
  const point = () => {
    const name = decodeURIComponent(location.hash.slice(1));
    for (const part of document.querySelectorAll('[data-quote]')) {
      part.classList.toggle('pointed', part.dataset.quote === name);
    }
    // The items that rest on it are shown beside it.
    const beside = document.querySelector('.reading aside');
    let first = null;
    for (const item of beside?.querySelectorAll('li[id]') ?? []) {
      const rests = [...item.querySelectorAll('a.place')].some(place => place.hash === '#' + name);
      item.classList.toggle('pointed', rests);
      first ??= rests ? item : null;
    }
    if (first && getComputedStyle(beside).position === 'sticky') {
      beside.scrollTop += first.getBoundingClientRect().top - beside.getBoundingClientRect().top - beside.clientHeight / 3;
    }
  };
  addEventListener('hashchange', point);
  point();
})();
