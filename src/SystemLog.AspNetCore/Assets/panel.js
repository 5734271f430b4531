// Everything works without this file. It adds keys, "choose all", confirmation and a fresh number in the navigation.
const panel = document.querySelector('.sl');
const rows = [...panel.querySelectorAll('.rows tbody tr')];
let at = -1;

function move(step) {
  if (rows.length === 0) return;
  rows[at]?.classList.remove('at');
  at = Math.min(Math.max(at + step, 0), rows.length - 1);
  rows[at].classList.add('at');
  rows[at].scrollIntoView({ block: 'nearest' });
  rows[at].querySelector('a.icon, b a, a')?.focus({ preventScroll: true });
}

const keys = {
  j: () => move(1),
  k: () => move(-1),
  o: () => rows[at]?.querySelector('a.icon, .c-cause a')?.click(),
  x: () => rows[at]?.querySelector('[name=id]')?.click(),
  e: () => (rows[at]?.querySelector('button.icon') ?? panel.querySelector('[data-key=e]'))?.click(),
  '/': () => panel.querySelector('[type=search]')?.focus(),
  '?': () => panel.querySelector('dialog.keys').showModal(),
};

document.addEventListener('keydown', event => {
  const typing = event.target.closest?.('input:not([type=checkbox]), select, textarea, dialog, [contenteditable]');
  if (typing || event.ctrlKey || event.metaKey || event.altKey || !Object.hasOwn(keys, event.key)) return;
  event.preventDefault();
  keys[event.key]();
});

// Choose all, and how many are chosen.
const all = panel.querySelector('.all');
if (all) {
  const boxes = [...panel.querySelectorAll('[name=id]')];
  const bulk = panel.querySelector('.chosen');
  const count = () => {
    const chosen = boxes.filter(box => box.checked).length;
    all.checked = chosen === boxes.length;
    all.indeterminate = chosen > 0 && chosen < boxes.length;
    bulk.textContent = chosen > 0 ? ` (${chosen})` : '';
  };
  all.hidden = false;
  all.addEventListener('change', () => { boxes.forEach(box => { box.checked = all.checked; }); count(); });
  panel.addEventListener('change', event => { if (event.target.name === 'id') count(); });
  count();
}

// Menus close on a click beside them and on Escape.
document.addEventListener('click', event => {
  panel.querySelectorAll('.menu[open]').forEach(menu => { if (!menu.contains(event.target)) menu.open = false; });
});
document.addEventListener('keydown', event => {
  const open = event.key === 'Escape' && panel.querySelector('.menu[open]');
  if (open) { open.open = false; open.querySelector('summary').focus(); }
});

// A form that says what it does asks before it does it.
panel.querySelectorAll('form[data-confirm]').forEach(form => form.addEventListener('submit', event => {
  if (form.dataset.sure) return;
  event.preventDefault();
  const verb = form.querySelector('button').textContent.trim();
  const dialog = document.createElement('dialog');
  const [text, buttons, yes, no] = ['p', 'p', 'button', 'button'].map(name => document.createElement(name));
  text.textContent = form.dataset.confirm;
  buttons.className = 'buttons';
  yes.className = 'button primary';
  yes.textContent = verb;
  no.className = 'button';
  no.textContent = panel.dataset.cancel;
  yes.addEventListener('click', () => { form.dataset.sure = '1'; dialog.close(); form.requestSubmit(); });
  no.addEventListener('click', () => dialog.close());
  dialog.addEventListener('close', () => dialog.remove());
  dialog.setAttribute('aria-label', verb);
  buttons.append(yes, no);
  dialog.append(text, buttons);
  panel.append(dialog);
  dialog.showModal();
}));

// The number beside "Overview", once a minute while somebody looks.
setInterval(async () => {
  if (document.hidden) return;
  const answer = await fetch(panel.dataset.badge, { cache: 'no-cache' }).catch(() => null);
  if (!answer?.ok) return;
  const { untreated, text, label } = await answer.json();
  const number = panel.querySelector('nav a:first-child .count');
  if (number) {
    number.hidden = untreated === 0;
    number.textContent = text;
    number.title = label;
  }
}, 60_000);
