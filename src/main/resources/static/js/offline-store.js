// What lies on this computer: drafts, each encrypted with a key that the server gives to its user and the browser lets nobody read.
const NAME = "bamcoso";
let open;

function database() {
  open ??= new Promise((done, failed) => {
    const opening = indexedDB.open(NAME, 1);
    opening.onupgradeneeded = () => {
      opening.result.createObjectStore("keys");
      opening.result.createObjectStore("drafts");
    };
    opening.onsuccess = () => done(opening.result);
    opening.onerror = () => failed(opening.error);
  });
  return open;
}

async function inStore(store, mode, work) {
  const wanted = (await database()).transaction(store, mode).objectStore(store);
  return new Promise((done, failed) => {
    const asked = work(wanted);
    asked.onsuccess = () => done(asked.result);
    asked.onerror = () => failed(asked.error);
  });
}

export function device() {
  let number = localStorage.getItem("bamcoso-device");
  if (!number) localStorage.setItem("bamcoso-device", number = crypto.randomUUID());
  return number;
}

/** The server ended this computer's number: the next key is for another one. */
export const noDevice = () => localStorage.removeItem("bamcoso-device");

const bytes = text => Uint8Array.from(atob(text), letter => letter.charCodeAt(0));

/** Keeps the keys of who is signed in; those of anybody else go. */
export async function keep(me) {
  const encrypt = await crypto.subtle.importKey("raw", bytes(me.key), "AES-GCM", false, ["encrypt", "decrypt"]);
  const sign = await crypto.subtle.importKey("raw", bytes(me.sign), { name: "HMAC", hash: "SHA-256" }, false, ["sign"]);
  await inStore("keys", "readwrite", store => store.put({ user: me.user, name: me.name, encrypt, sign }, "own"));
}

/** Who may read here; undefined after sign-out. */
export const owner = () => inStore("keys", "readonly", store => store.get("own"));
export const forget = () => inStore("keys", "readwrite", store => store.clear());

export async function put(who, draft) {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const content = await crypto.subtle.encrypt({ name: "AES-GCM", iv }, who.encrypt, new TextEncoder().encode(JSON.stringify(draft)));
  await inStore("drafts", "readwrite", store => store.put({ iv, content }, who.user + ":" + draft.id));
}

async function opened(who, key) {
  const kept = await inStore("drafts", "readonly", store => store.get(key));
  try {
    return kept && JSON.parse(new TextDecoder().decode(await crypto.subtle.decrypt({ name: "AES-GCM", iv: kept.iv }, who.encrypt, kept.content)));
  } catch {
    return undefined; // of a key that was ended: nobody can read it
  }
}

/** One draft read, changed and put back, with nobody between: neither another window nor what is being sent. */
export function change(who, id, work) {
  return navigator.locks.request("bamcoso-draft", async () => {
    const draft = await opened(who, who.user + ":" + id);
    if (!draft) return undefined;
    work(draft);
    await put(who, draft);
    return draft;
  });
}

export async function all(who) {
  const keys = (await inStore("drafts", "readonly", store => store.getAllKeys())).filter(key => key.startsWith(who.user + ":"));
  return (await Promise.all(keys.map(key => opened(who, key)))).filter(draft => draft);
}

export const remove = (who, id) => inStore("drafts", "readwrite", store => store.delete(who.user + ":" + id));

export async function signed(who, content) {
  const payload = new TextEncoder().encode(JSON.stringify(content));
  const mac = new Uint8Array(await crypto.subtle.sign("HMAC", who.sign, payload));
  const text = octets => btoa(String.fromCharCode(...octets));
  let coded = "";
  for (let i = 0; i < payload.length; i += 3000) coded += text(payload.subarray(i, i + 3000));
  return { kind: "bamcoso-draft-1", device: device(), payload: coded, mac: text(mac) };
}
