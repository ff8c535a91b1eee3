// After a pause the page locks itself, with what was being written still in it, and opens again by the password.
// The pause is the server's; all pages of this browser count as one.
(() => {
  let pause = 15 * 60;
  let told = Date.now();
  let dialog = null;
  const now = () => Date.now();
  const active = () => { try { localStorage.setItem('bamcoso.active', String(now())); } catch { /* private window: this page counts for itself */ } mine = now(); };
  let mine = now();
  const last = () => { try { return Math.max(mine, Number(localStorage.getItem('bamcoso.active')) || 0); } catch { return mine; } };
  const token = () => { try { return JSON.parse(document.body.getAttribute('hx-headers') || '{}')['X-CSRF-TOKEN'] || ''; } catch { return ''; } };
  const post = (path, body) => fetch(path, { method: 'POST', body, headers: { 'X-Requested-With': 'fetch', 'X-CSRF-TOKEN': token() }, redirect: 'manual' });

  for (const sign of ['keydown', 'pointerdown', 'input']) addEventListener(sign, () => { if (!dialog) active(); }, { capture: true, passive: true });

  async function lock(tellServer) {
    if (dialog) return;
    document.body.classList.add('locked');
    if (tellServer) await post('/lock').catch(() => {});
    const answer = await fetch('/unlock/dialog', { headers: { 'X-Requested-With': 'fetch' }, redirect: 'manual' }).catch(() => null);
    if (!answer || !answer.ok) { document.body.classList.remove('locked'); return; }
    const holder = document.createElement('div');
    holder.innerHTML = await answer.text();
    dialog = holder.querySelector('dialog');
    document.body.append(dialog);
    dialog.addEventListener('cancel', event => event.preventDefault());
    dialog.querySelector('form').addEventListener('submit', unlock);
    dialog.showModal();
    dialog.querySelector('input[name=password]').focus();
  }

  async function unlock(event) {
    event.preventDefault();
    const form = event.target;
    const answer = await post('/unlock', new URLSearchParams(new FormData(form))).catch(() => null);
    if (answer && answer.status === 204) {
      dialog.close(); dialog.remove(); dialog = null;
      document.body.classList.remove('locked');
      active();
      return;
    }
    if (answer && (answer.type === 'opaqueredirect' || answer.status === 401)) { location.href = '/signin'; return; }
    form.querySelector('[role=alert]').hidden = false;
    form.password.select();
  }

  async function look() {
    if (dialog) return;
    const idle = (now() - last()) / 1000;
    if (idle > pause) { lock(true); return; }
    if (last() > told && now() - told > Math.min(60, pause / 3) * 1000) {
      told = now();
      const answer = await post('/awake').catch(() => null);
      if (answer && answer.status === 423) { lock(false); return; }
      const seconds = Number(answer && answer.headers.get('Idle-Seconds'));
      if (seconds > 0) pause = seconds;
    }
  }
  setInterval(look, 5000);
  document.addEventListener('visibilitychange', () => { if (!document.hidden) look(); });
  addEventListener('bamcoso-locked', () => lock(false));
  document.addEventListener('submit', event => {
    if (event.target.getAttribute('action') === '/lock') { event.preventDefault(); document.querySelectorAll('details.drop[open]').forEach(drop => { drop.open = false; }); lock(true); }
  });
})();
