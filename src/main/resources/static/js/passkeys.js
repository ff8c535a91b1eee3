// Passkeys: <form data-passkey="make"> makes one for the signed-in user, <form data-passkey="use"> comes in with one. The form
// itself carries the device's answer; what the device refuses is told beside the button.
const bytes = text => Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), letter => letter.charCodeAt(0));
const text = buffer => btoa(String.fromCharCode(...new Uint8Array(buffer))).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");

async function make(form) {
  const made = await navigator.credentials.create({ publicKey: {
    challenge: bytes(form.dataset.challenge),
    rp: { id: location.hostname, name: "Bám Cơ Sở" },
    user: { id: new TextEncoder().encode("bamcoso-" + form.dataset.user), name: form.dataset.name, displayName: form.dataset.name },
    pubKeyCredParams: [-7, -8, -257].map(alg => ({ type: "public-key", alg })),
    authenticatorSelection: { residentKey: "required", userVerification: "required" },
  } });
  form.attestation.value = text(made.response.attestationObject);
  form.client.value = text(made.response.clientDataJSON);
}

async function use(form) {
  const asked = await fetch("/signin/passkey/challenge", { method: "POST", credentials: "same-origin", headers: { "X-CSRF-TOKEN": form._csrf.value } });
  const given = await navigator.credentials.get({ publicKey: { challenge: bytes(await asked.text()), rpId: location.hostname, userVerification: "required" } });
  form.credential.value = text(given.rawId);
  form.authenticator.value = text(given.response.authenticatorData);
  form.client.value = text(given.response.clientDataJSON);
  form.signature.value = text(given.response.signature);
}

for (const form of document.querySelectorAll("form[data-passkey]")) {
  const said = form.querySelector("[data-said]");
  if (!window.PublicKeyCredential) {
    said.textContent = said.dataset.refused;
    continue;
  }
  form.hidden = false;
  form.addEventListener("submit", async event => {
    event.preventDefault();
    said.textContent = "";
    try {
      await (form.dataset.passkey === "make" ? make : use)(form);
      form.submit();
    } catch {
      said.textContent = said.dataset.refused;
    }
  });
}
