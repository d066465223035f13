// Runs before the first paint, so that a dark page never flashes white.
(function () {
  var chosen = null;
  var language = null;
  try {
    chosen = localStorage.getItem('sitelink.theme');
    language = localStorage.getItem('sitelink.language');
  } catch (e) {
    // Storage is blocked: follow the system.
  }
  var dark = chosen === 'dark' || (chosen !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
  document.documentElement.dataset.theme = dark ? 'dark' : 'light';
  document.documentElement.lang = language || (navigator.language.indexOf('de') === 0 ? 'de' : 'en');
  document.querySelector('meta[name="theme-color"]').content = dark ? '#111412' : '#f7f6f2';
})();
