// Buttons that copy a text field: <button data-copy="its id" hidden>. Without the clipboard (plain HTTP) the words are marked, to be copied by hand.
for (const button of document.querySelectorAll('button[data-copy]')) {
    const words = document.getElementById(button.dataset.copy);
    button.hidden = false;
    button.addEventListener('click', async () => {
        words.focus();
        words.select();
        const done = await (navigator.clipboard ? navigator.clipboard.writeText(words.value).then(() => true, () => false) : document.execCommand('copy'));
        document.getElementById(button.dataset.copy + '-copied').textContent = done ? words.dataset.copied : '';
    });
}
