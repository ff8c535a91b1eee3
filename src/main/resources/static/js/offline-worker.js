// Opens the page of drafts when there is no line, and throws the keys of this computer away at sign-out. Pages with content are
// never kept: only the empty page, its look and its scripts.
const SHELL = "@SHELL@";
const CACHE = "bamcoso-" + SHELL.join("|").length + "-" + SHELL.map(address => address.split(".").at(-2)).join("");

self.addEventListener("install", event => event.waitUntil((async () => {
  const cache = await caches.open(CACHE);
  await cache.addAll(SHELL);
  await cache.put("/offline", await fetch("/offline", { credentials: "same-origin", redirect: "error" }));
  await self.skipWaiting();
})()));

self.addEventListener("activate", event => event.waitUntil((async () => {
  for (const name of await caches.keys()) if (name.startsWith("bamcoso-") && name !== CACHE) await caches.delete(name);
  await self.clients.claim();
})()));

function dropKeys() {
  return new Promise(done => {
    const opening = indexedDB.open("bamcoso", 1);
    opening.onupgradeneeded = () => opening.transaction.abort();
    opening.onerror = () => done();
    opening.onsuccess = () => {
      const work = opening.result.transaction("keys", "readwrite");
      work.objectStore("keys").clear();
      work.oncomplete = work.onerror = () => { opening.result.close(); done(); };
    };
  });
}

self.addEventListener("fetch", event => {
  const address = new URL(event.request.url);
  if (address.origin !== location.origin) return;
  if (event.request.method === "POST" && address.pathname === "/signout") {
    new BroadcastChannel("bamcoso").postMessage("signed out");
    event.respondWith(dropKeys().then(() => fetch(event.request)));
  } else if (event.request.method === "GET" && SHELL.includes(address.pathname)) {
    event.respondWith(caches.match(address.pathname).then(kept => kept ?? fetch(event.request)));
  } else if (event.request.mode === "navigate" && event.request.method === "GET") {
    event.respondWith(fetch(event.request).catch(() => caches.match("/offline")));
  }
});
