// Loaded into an app before its own code (electron -r): says when its first window is usable, that
// is when its main part stands and has been painted.
const { app } = require('electron');

const USABLE = `new Promise((usable) => {
  const look = () => {
    if (document.querySelector('main')?.textContent.trim()) {
      requestAnimationFrame(() => requestAnimationFrame(() => usable(true)));
    } else requestAnimationFrame(look);
  };
  look();
})`;

app.on('web-contents-created', (_event, contents) => {
  contents.once('dom-ready', () => {
    void contents.executeJavaScript(USABLE).then(() => process.stdout.write('usable\n'));
  });
});
