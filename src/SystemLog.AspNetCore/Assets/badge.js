// Keeps the number on the badge fresh, once a minute while somebody looks. An unchanged number costs a 304.
setInterval(() => {
  if (document.hidden) return;
  document.querySelectorAll('.systemlog-badge[data-source]').forEach(async badge => {
    const answer = await fetch(badge.dataset.source, { cache: 'no-cache' }).catch(() => null);
    if (!answer?.ok) return;
    const { untreated, text, label } = await answer.json();
    badge.dataset.untreated = untreated;
    badge.title = label;
    badge.querySelector('.systemlog-count').textContent = text;
    badge.querySelector('.systemlog-label').textContent = label;
  });
}, 60_000);
